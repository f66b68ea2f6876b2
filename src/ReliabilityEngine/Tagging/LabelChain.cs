using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>
/// A linear-chain conditional random field (Lafferty et al. 2001) over B- and I-labels: label 0 is outside, then a first and
/// a further label per kind of span. Transitions weigh differently by what stands between two tokens.
/// </summary>
sealed class LabelChain
{
    /// <summary>Lanes of a vector; labels beyond <see cref="Labels"/> are never taken.</summary>
    public const int Lanes = 8;

    public const int Transitions = Junctions.Count * Lanes * Lanes;

    const float Never = -1e9f;
    const int OnStack = 512;

    readonly float[] _forward = new float[Transitions];
    readonly float[] _backward = new float[Transitions];

    /// <param name="transitions">Weight by junction, label before and label.</param>
    public LabelChain(int labels, WeightTable weights, float[] transitions)
    {
        (Labels, Weights, TransitionWeights) = (labels, weights, transitions);
        Exponents(labels, transitions, _forward, _backward);
    }

    public int Labels { get; }

    public WeightTable Weights { get; }

    public float[] TransitionWeights { get; }

    /// <summary>Whether a label may follow another: a further label only its own kind.</summary>
    public static bool Allows(int before, int label) => label == 0 || (label & 1) == 1 || before == label || before == label - 1;

    /// <summary>The scores of a token's labels by its features.</summary>
    public Vector256<float> Score(Span<uint> keys) => Convert(Weights.Sum(keys));

    public Vector256<float> Convert(Vector128<short> sums)
    {
        var (low, high) = Vector128.Widen(sums);
        return Vector256.ConvertToSingle(Vector256.Create(low, high)) * Weights.Scale;
    }

    /// <summary>Turns the scores of a sequence into the probability of each label at each token; the scores are used up.</summary>
    public void Marginals(Span<Vector256<float>> scores, ReadOnlySpan<byte> junctions, Span<Vector256<float>> probabilities)
    {
        LatticePasses.Potentials(scores, Labels, scores);
        LatticePasses.Forward(scores, junctions, Labels, _forward, probabilities);
        LatticePasses.Backward(scores, junctions, Labels, _backward, probabilities);
    }

    /// <summary>The most likely sequence of labels (Viterbi).</summary>
    public void BestPath(ReadOnlySpan<Vector256<float>> scores, ReadOnlySpan<byte> junctions, Span<byte> path)
    {
        var origins = scores.Length <= OnStack ? stackalloc byte[OnStack * Lanes] : new byte[scores.Length * Lanes];
        var last = First(scores[0]);
        for (var t = 1; t < scores.Length; t++)
        {
            var best = Vector256.Create(float.MinValue);
            var origin = Vector256<float>.Zero;
            for (var before = 0; before < Labels; before++)
            {
                var arrived = Row(TransitionWeights, junctions[t], before) + Vector256.Create(last[before]);
                var better = Vector256.GreaterThan(arrived, best);
                best = Vector256.ConditionalSelect(better, arrived, best);
                origin = Vector256.ConditionalSelect(better, Vector256.Create((float)before), origin);
            }

            last = best + scores[t];
            for (var label = 0; label < Labels; label++)
                origins[(t * Lanes) + label] = (byte)origin[label];
        }

        Trace(last, origins, path);
    }

    void Trace(Vector256<float> last, ReadOnlySpan<byte> origins, Span<byte> path)
    {
        var label = 0;
        for (var i = 1; i < Labels; i++)
        {
            if (last[i] > last[label])
                label = i;
        }

        for (var t = path.Length - 1; t >= 0; t--)
        {
            path[t] = (byte)label;
            label = origins[(t * Lanes) + label];
        }
    }

    static Vector256<float> First(Vector256<float> scores)
    {
        for (var label = 2; label < Lanes; label += 2)
            scores = scores.WithElement(label, Never);
        return scores;
    }

    public static Vector256<float> Row(float[] table, int junction, int label) =>
        Vector256.Create(table, ((junction * Lanes) + label) * Lanes);

    /// <summary>Forbids what may not follow, and raises the rest to the power of e, both by label before and by label.</summary>
    public static void Exponents(int labels, float[] transitions, float[] forward, float[] backward)
    {
        for (var junction = 0; junction < Junctions.Count; junction++)
        {
            for (var before = 0; before < Lanes; before++)
            {
                for (var label = 0; label < Lanes; label++)
                {
                    var at = (((junction * Lanes) + before) * Lanes) + label;
                    var allowed = before < labels && label < labels && Allows(before, label);
                    if (!allowed)
                        transitions[at] = Never;
                    var value = allowed ? MathF.Exp(transitions[at]) : 0;
                    forward[at] = value;
                    backward[(((junction * Lanes) + label) * Lanes) + before] = value;
                }
            }
        }
    }

    public static LabelChain Read(BinaryReader reader)
    {
        int labels = reader.ReadByte();
        var transitions = new float[Transitions];
        for (var i = 0; i < transitions.Length; i++)
            transitions[i] = reader.ReadSingle();
        return new(labels, WeightTable.Read(reader), transitions);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Labels);
        foreach (var weight in TransitionWeights)
            writer.Write(weight);
        Weights.Write(writer);
    }
}
