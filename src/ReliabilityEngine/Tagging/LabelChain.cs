using System.Numerics;
using System.Runtime.InteropServices;
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

    public const int Transitions = Junctions.Count * Square;

    /// <summary>The score of what is not allowed.</summary>
    public const float Never = -1e9f;

    const int Square = Lanes * Lanes;

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
    public Vector256<float> Score(ReadOnlySpan<uint> keys) => Convert(Weights.Sum(keys));

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

    /// <summary>The most likely sequence of labels (Viterbi), the lower label where two are alike.</summary>
    /// <param name="before">Room for the label before each label on the best way to it, at each token.</param>
    public void BestPath(ReadOnlySpan<Vector256<float>> scores, ReadOnlySpan<byte> junctions, Span<Vector256<int>> before, Span<byte> path)
    {
        var last = LatticePasses.Best(scores, junctions, Labels, TransitionWeights, before);
        var labels = MemoryMarshal.Cast<Vector256<int>, int>(before);
        var label = FirstHighest(last, LatticePasses.Known(Labels));
        for (var t = path.Length - 1; t > 0; t--)
        {
            path[t] = (byte)label;
            label = labels[(t * Lanes) + label];
        }

        path[0] = (byte)label;
    }

    static int FirstHighest(Vector256<float> values, Vector256<float> known)
    {
        values = Vector256.ConditionalSelect(known, values, Vector256.Create(float.MinValue));
        return BitOperations.TrailingZeroCount(Vector256.Equals(values, LatticePasses.Highest(values)).ExtractMostSignificantBits());
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
