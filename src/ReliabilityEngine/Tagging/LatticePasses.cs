using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>The forward and the backward pass over a sequence, scaled at every token so that nothing overflows.</summary>
static class LatticePasses
{
    /// <summary>No label is impossible by its score alone: where the best one may not follow, another must.</summary>
    const float Least = 1e-20f;

    /// <summary>Scores to the power of e, the highest of each token being 1.</summary>
    public static void Potentials(ReadOnlySpan<Vector256<float>> scores, int labels, Span<Vector256<float>> potentials)
    {
        for (var t = 0; t < scores.Length; t++)
        {
            var highest = scores[t][0];
            for (var label = 1; label < labels; label++)
                highest = Math.Max(highest, scores[t][label]);
            var power = Vector256.Max(Vector256.Exp(scores[t] - Vector256.Create(highest)), Vector256.Create(Least));
            potentials[t] = Vector256.ConditionalSelect(Known(labels), power, Vector256<float>.Zero);
        }

        // A span does not begin with a further label.
        for (var label = 2; label < labels; label += 2)
            potentials[0] = potentials[0].WithElement(label, 0);
    }

    public static void Forward(
        ReadOnlySpan<Vector256<float>> potentials, ReadOnlySpan<byte> junctions, int labels, float[] transitions, Span<Vector256<float>> alpha)
    {
        var last = alpha[0] = Normalised(potentials[0]);
        for (var t = 1; t < potentials.Length; t++)
        {
            var sum = Vector256<float>.Zero;
            for (var before = 0; before < labels; before++)
                sum += LabelChain.Row(transitions, junctions[t], before) * last[before];
            last = alpha[t] = Normalised(sum * potentials[t]);
        }
    }

    /// <summary>Multiplies the forward sums by the backward sums, which gives probabilities.</summary>
    public static void Backward(
        ReadOnlySpan<Vector256<float>> potentials, ReadOnlySpan<byte> junctions, int labels, float[] transposed, Span<Vector256<float>> alpha)
    {
        var beta = Vector256<float>.One;
        for (var t = potentials.Length - 2; t >= 0; t--)
        {
            beta = Step(potentials[t + 1] * beta, junctions[t + 1], labels, transposed);
            alpha[t] = Normalised(alpha[t] * beta);
        }
    }

    /// <summary>The backward sums of a token from what follows it.</summary>
    public static Vector256<float> Step(Vector256<float> following, byte junction, int labels, float[] transposed)
    {
        var sum = Vector256<float>.Zero;
        for (var label = 0; label < labels; label++)
            sum += LabelChain.Row(transposed, junction, label) * following[label];
        return Normalised(sum);
    }

    static Vector256<float> Normalised(Vector256<float> values) => values / Vector256.Sum(values);

    static Vector256<float> Known(int labels) => Vector256.LessThan(Vector256<float>.Indices, Vector256.Create((float)labels));
}
