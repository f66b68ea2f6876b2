using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>The forward and the backward pass over a sequence, scaled at every token so that nothing overflows.</summary>
/// <remarks>
/// Every step waits for the one before, so it is kept short: no lane is read by a variable index, sums are trees, and a token is scaled
/// by the sum of the one before it, which is reckoned meanwhile.
/// </remarks>
static class LatticePasses
{
    /// <summary>No label is impossible by its score alone: where the best one may not follow, another must.</summary>
    const float Least = 1e-20f;

    const int Few = 5;

    /// <summary>A span does not begin with a further label.</summary>
    static Vector256<float> Beginnings => Vector256.Create(-1, -1, 0, -1, 0, -1, 0, -1).AsSingle();

    /// <summary>Scores to the power of e, the highest of each token being 1.</summary>
    public static void Potentials(ReadOnlySpan<Vector256<float>> scores, int labels, Span<Vector256<float>> potentials)
    {
        var known = Known(labels);
        for (var t = 0; t < scores.Length; t++)
        {
            var power = Vector256.Exp(scores[t] - Highest(Vector256.ConditionalSelect(known, scores[t], Vector256.Create(float.MinValue))));
            potentials[t] = Vector256.Max(power, Vector256.Create(Least)) & known;
        }

        potentials[0] &= Beginnings;
    }

    public static void Forward(
        ReadOnlySpan<Vector256<float>> potentials, ReadOnlySpan<byte> junctions, int labels, float[] transitions, Span<Vector256<float>> alpha)
    {
        var last = potentials[0];
        var scale = Reciprocal(last);
        alpha[0] = last * scale;
        for (var t = 1; t < potentials.Length; t++)
        {
            last = Arriving(last, junctions[t], labels, transitions) * (potentials[t] * scale);
            scale = Reciprocal(last);
            alpha[t] = last * scale;
        }
    }

    /// <summary>Multiplies the forward sums by the backward sums, which gives probabilities.</summary>
    public static void Backward(
        ReadOnlySpan<Vector256<float>> potentials, ReadOnlySpan<byte> junctions, int labels, float[] transposed, Span<Vector256<float>> alpha)
    {
        var (beta, scale) = (Vector256<float>.One, Vector256<float>.One);
        for (var t = potentials.Length - 2; t >= 0; t--)
        {
            beta = Arriving(potentials[t + 1] * beta, junctions[t + 1], labels, transposed) * scale;
            scale = Reciprocal(beta);
            alpha[t] = Normalised(alpha[t] * (beta * scale));
        }
    }

    /// <summary>The backward sums of a token from what follows it.</summary>
    public static Vector256<float> Step(Vector256<float> following, byte junction, int labels, float[] transposed) =>
        Normalised(Arriving(following, junction, labels, transposed));

    /// <summary>The best way to each label at each token (Viterbi): for each its label before, the lower where two are alike.</summary>
    /// <returns>The scores of the best ways to the last token.</returns>
    public static Vector256<float> Best(
        ReadOnlySpan<Vector256<float>> scores, ReadOnlySpan<byte> junctions, int labels, float[] transitions, Span<Vector256<int>> before)
    {
        var last = Vector256.ConditionalSelect(Beginnings, scores[0], Vector256.Create(LabelChain.Never));
        for (var t = 1; t < scores.Length; t++)
        {
            var rows = RowsOf(transitions, junctions[t]);
            var (a, b, c) = (rows[0] + Lane(last, 0), rows[1] + Lane(last, 1), rows[2] + Lane(last, 2));
            var (d, e) = (rows[3] + Lane(last, 3), rows[4] + Lane(last, 4));
            var best = Vector256.Max(Vector256.Max(Vector256.Max(a, b), Vector256.Max(c, d)), e);
            var from = Vector256.Create(4);
            if (labels > Few)
            {
                var (f, g) = (rows[5] + Lane(last, 5), rows[6] + Lane(last, 6));
                best = Vector256.Max(best, Vector256.Max(f, g));
                from = Where(e, best, 4, Where(f, best, 5, Vector256.Create(6)));
            }

            before[t] = Where(a, best, 0, Where(b, best, 1, Where(c, best, 2, Where(d, best, 3, from))));
            last = scores[t] + best;
        }

        return last;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<int> Where(Vector256<float> way, Vector256<float> best, int label, Vector256<int> otherwise) =>
        Vector256.ConditionalSelect(Vector256.Equals(way, best).AsInt32(), Vector256.Create(label), otherwise);

    /// <summary>The sum of a junction's rows, each weighed by a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Arriving(Vector256<float> weights, byte junction, int labels, float[] transitions)
    {
        var rows = RowsOf(transitions, junction);
        var sum = (rows[0] * Lane(weights, 0)) + (rows[1] * Lane(weights, 1))
            + ((rows[2] * Lane(weights, 2)) + (rows[3] * Lane(weights, 3))) + (rows[4] * Lane(weights, 4));
        return labels <= Few ? sum : sum + ((rows[5] * Lane(weights, 5)) + (rows[6] * Lane(weights, 6)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ReadOnlySpan<Vector256<float>> RowsOf(float[] transitions, byte junction) =>
        MemoryMarshal.Cast<float, Vector256<float>>(transitions).Slice(junction * LabelChain.Lanes, LabelChain.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Lane(Vector256<float> values, [ConstantExpected] int lane) =>
        Vector256.Shuffle(values, Vector256.Create(lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Normalised(Vector256<float> values) => values * Reciprocal(values);

    /// <summary>One by the sum of all lanes, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Reciprocal(Vector256<float> values)
    {
        var sum = values.GetLower() + values.GetUpper();
        sum += Vector128.Shuffle(sum, Vector128.Create(2, 3, 0, 1));
        sum += Vector128.Shuffle(sum, Vector128.Create(1, 0, 3, 2));
        sum = Vector128<float>.One / sum;
        return Vector256.Create(sum, sum);
    }

    /// <summary>The highest lane, in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Highest(Vector256<float> values)
    {
        var highest = Vector128.Max(values.GetLower(), values.GetUpper());
        highest = Vector128.Max(highest, Vector128.Shuffle(highest, Vector128.Create(2, 3, 0, 1)));
        highest = Vector128.Max(highest, Vector128.Shuffle(highest, Vector128.Create(1, 0, 3, 2)));
        return Vector256.Create(highest, highest);
    }

    /// <summary>All bits in the lanes of labels, none in the others.</summary>
    public static Vector256<float> Known(int labels) => Vector256.LessThan(Vector256<float>.Indices, Vector256.Create((float)labels));
}
