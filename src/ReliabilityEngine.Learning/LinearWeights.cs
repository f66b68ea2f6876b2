using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>
/// A fitted linear model. In a file an n-gram's weight has one byte, finer near zero; weights that were rounded so differ
/// from those that were trained by less than a tenth of a point in a score.
/// </summary>
/// <param name="Base">The mean score of the examples that it was fitted to.</param>
/// <param name="Features">Points for each deviation of a declared feature from its mean.</param>
/// <param name="Grams">Points for each unit of an n-gram's value, over the joint table.</param>
/// <param name="GramMean">The mean of what the n-grams of an example come to, which the base holds already.</param>
public sealed record LinearWeights(
    double Base, Standardizer Standardizer, ImmutableArray<double> Features, ImmutableArray<float> Grams, double GramMean) : IFormula
{
    public double Predict(FeatureVector features, GramVector grams)
    {
        var sum = Base - GramMean;
        for (var feature = 0; feature < Features.Length; feature++)
            sum += Features[feature] * Standardizer.Scale(feature, features[feature]);
        var table = Grams.AsSpan();
        for (var k = 0; k < grams.Count; k++)
            sum += grams.Values[k] * table[grams.Indices[k]];
        return sum;
    }

    public ImmutableArray<double> Shifts(FeatureVector features, GramVector grams, FeatureVector others) =>
        [.. Features.Select((points, feature) => (points * Standardizer.Scale(feature, others[feature])) - (points * Standardizer.Scale(feature, features[feature])))];

    public Points Explain(FeatureVector features, GramVector grams) => new(
        [.. Features.Select((points, feature) => points * Standardizer.Scale(feature, features[feature]))],
        [.. grams.Indices.Select((index, k) => (double)grams.Values[k] * Grams[index])],
        "other words");

    public void Write(Stream stream, NGramLayout layout)
    {
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var number in (double[])[Base, GramMean, .. Standardizer.Means, .. Standardizer.Deviations, .. Features])
                writer.Write(number);
        }

        WriteGrams(stream, layout, Grams.AsSpan());
    }

    internal static LinearWeights Read(Stream stream, ModelHeader header)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var count = header.Features.Length;
        double[] numbers = [.. Enumerable.Range(0, 2 + (3 * count)).Select(_ => Finite(reader.ReadDouble()))];
        var standardizer = new Standardizer([.. numbers[2..(2 + count)]], [.. numbers[(2 + count)..(2 + (2 * count))]]);
        return new(numbers[0], standardizer, [.. numbers[(2 + (2 * count))..]], ReadGrams(stream, new(header.NGrams)), numbers[1]);
    }

    static void WriteGrams(Stream stream, NGramLayout layout, ReadOnlySpan<float> weights)
    {
        using var compressed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        for (var i = 0; i < layout.Blocks.Length; i++)
        {
            var block = weights.Slice(layout.Offsets[i], layout.Blocks[i].Size);
            var greatest = 0f;
            foreach (var weight in block)
                greatest = Math.Max(greatest, Math.Abs(weight));
            compressed.Write(BitConverter.GetBytes(greatest));
            foreach (var weight in block)
                compressed.WriteByte((byte)Pack(weight, greatest));
        }
    }

    static ImmutableArray<float> ReadGrams(Stream stream, NGramLayout layout)
    {
        using var compressed = new BrotliStream(stream, CompressionMode.Decompress);
        var weights = new float[layout.Size];
        for (var i = 0; i < layout.Blocks.Length; i++)
        {
            var (length, packed) = (new byte[4], new byte[layout.Blocks[i].Size]);
            compressed.ReadExactly(length);
            compressed.ReadExactly(packed);
            var greatest = (float)Finite(BitConverter.ToSingle(length));
            for (var k = 0; k < packed.Length; k++)
                weights[layout.Offsets[i] + k] = Unpack((sbyte)packed[k], greatest);
        }

        return [.. weights];
    }

    static double Finite(double number) => double.IsFinite(number) ? number : throw new FormatException("a weight is no number");

    static sbyte Pack(float weight, float greatest) =>
        greatest > 0 ? (sbyte)Math.Round(Math.Sign(weight) * 127 * Math.Sqrt(Math.Abs(weight) / greatest)) : (sbyte)0;

    static float Unpack(sbyte packed, float greatest) => Math.Sign(packed) * greatest * packed * packed / (127f * 127f);
}
