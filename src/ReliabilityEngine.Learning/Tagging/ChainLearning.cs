using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>
/// Trains a label chain by the likelihood of whole sequences: stochastic gradient steps with AdaGrad (Duchi et al. 2011) and
/// feature dropout, the weights averaged over the later rounds, the lightest features dropped at the end.
/// </summary>
sealed class ChainLearning
{
    const int SequencesPerTransitionStep = 8;

    readonly LabelledSequences _sequences;
    readonly int _labels;
    readonly ChainSettings _settings;
    readonly int[] _order;
    readonly Vector256<float>[] _weights;
    readonly Vector256<float>[] _squares;
    readonly Vector256<float>[] _sums;
    readonly TransitionLearning _transitions;
    readonly List<int> _active = [];
    readonly List<int> _activeEnds = [];
    uint _random;
    int _averaged;

    ChainLearning(LabelledSequences sequences, int labels, int heldOutFold, ChainSettings settings, int seed)
    {
        (_sequences, _labels, _settings, _random) = (sequences, labels, settings, (uint)((seed * 747796405) + 1) | 1);
        _order = [.. Enumerable.Range(0, sequences.Count).Where(i => sequences.FoldOf(i) != heldOutFold)];
        _weights = new Vector256<float>[sequences.Numbered.Length];
        _squares = new Vector256<float>[_weights.Length];
        _sums = new Vector256<float>[_weights.Length];
        _squares.AsSpan().Fill(Vector256.Create(settings.Caution));
        _transitions = new(labels);
    }

    /// <summary>Trains on all sequences, numbered before, but those of one fold.</summary>
    public static LabelChain Learn(LabelledSequences sequences, int labels, int heldOutFold, ChainSettings settings, int seed)
    {
        var learning = new ChainLearning(sequences, labels, heldOutFold, settings, seed);
        var random = new Random(seed);
        for (var round = 0; round < settings.Rounds; round++)
        {
            random.Shuffle(learning._order);
            learning.Round(settings.RateOf(round));
            if (round >= (settings.Rounds / 2) - 1)
                learning.Average();
        }

        return learning.Chain();
    }

    void Round(float rate)
    {
        for (var i = 0; i < _order.Length; i++)
        {
            Step(_order[i], rate);
            if (i % SequencesPerTransitionStep == SequencesPerTransitionStep - 1)
                _transitions.Step(rate);
        }

        _transitions.Step(rate);
    }

    void Step(int sequence, float rate)
    {
        var length = _sequences.LengthOf(sequence);
        var potentials = new Vector256<float>[length];
        Score(sequence, potentials);
        LatticePasses.Potentials(potentials, _labels, potentials);
        var probabilities = new Vector256<float>[length];
        _transitions.Observe(potentials, _sequences.Junctions(sequence), _sequences.Labels(sequence), probabilities);
        var labels = _sequences.Labels(sequence);
        for (var t = 0; t < length; t++)
        {
            var error = probabilities[t].WithElement(labels[t], probabilities[t][labels[t]] - 1);
            Descend(t, error, rate);
        }
    }

    void Score(int sequence, Span<Vector256<float>> scores)
    {
        _active.Clear();
        _activeEnds.Clear();
        var first = _sequences.First(sequence);
        var threshold = (uint)(_settings.Dropout * uint.MaxValue);
        for (var t = 0; t < scores.Length; t++)
        {
            var sum = Vector256<float>.Zero;
            foreach (var feature in _sequences.Features(first + t))
            {
                if (Draw() < threshold)
                    continue;
                _active.Add((int)feature);
                sum += _weights[feature];
            }

            _activeEnds.Add(_active.Count);
            scores[t] = sum * (1 / (1 - _settings.Dropout));
        }
    }

    void Descend(int token, Vector256<float> error, float rate)
    {
        var (square, step) = (error * error, error * rate);
        for (var i = token == 0 ? 0 : _activeEnds[token - 1]; i < _activeEnds[token]; i++)
        {
            var feature = _active[i];
            _squares[feature] += square;
            _weights[feature] -= step / Vector256.Sqrt(_squares[feature]);
        }
    }

    uint Draw()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        return _random ^= _random << 5;
    }

    void Average()
    {
        _averaged++;
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] += _weights[i];
    }

    LabelChain Chain()
    {
        var means = _sums.Select(sum => sum / _averaged).ToArray();
        var kept = Enumerable.Range(0, means.Length).Select(i => (Feature: i, Reach: Reach(means[i]))).Where(pair => pair.Reach > 0)
            .OrderByDescending(pair => pair.Reach).ThenBy(pair => pair.Feature).Take(_settings.Kept).Select(pair => pair.Feature).ToArray();
        var magnitudes = kept.SelectMany(i => Enumerable.Range(0, _labels).Select(label => Math.Abs(means[i][label]))).Order().ToArray();
        // One weight in two thousand is cut, so that the many light ones keep their differences in a byte.
        var scale = magnitudes[(int)((magnitudes.Length - 1) * 0.9995)] / sbyte.MaxValue;
        return new(_labels, new(kept.Select(i => (_sequences.Numbered[i], Packed(means[i], scale))), scale), _transitions.Weights);
    }

    float Reach(Vector256<float> weights)
    {
        var sum = 0f;
        for (var label = 0; label < _labels; label++)
            sum += weights[label] * weights[label];
        return sum;
    }

    ulong Packed(Vector256<float> weights, float scale)
    {
        ulong packed = 0;
        for (var label = 0; label < _labels; label++)
        {
            var unit = (sbyte)Math.Clamp(MathF.Round(weights[label] / scale), -127, 127);
            packed |= (ulong)(byte)unit << (8 * label);
        }

        return packed;
    }
}
