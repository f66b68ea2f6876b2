using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Microsoft.ML;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>The weighted mean of a model for each kind of label, scored by ML.NET.</summary>
/// <param name="slots">Those that the parts share.</param>
sealed class MLNetFormula(Slots slots, ImmutableArray<FittedPart> parts) : IFormula
{
    public double Base { get; } = parts.Sum(part => part.Base);

    public Standardizer Standardizer => slots.Standardizer;

    public double Predict(FeatureVector features, GramVector grams) => parts.Sum(part => part.Predict(features, grams));

    public ImmutableArray<double> Shifts(FeatureVector features, GramVector grams, FeatureVector others)
    {
        var sums = new double[FeatureSet.All.Length];
        foreach (var part in parts.Select(part => part.Shifts(features, grams, others)))
        {
            for (var feature = 0; feature < sums.Length; feature++)
                sums[feature] += part[feature];
        }

        return [.. sums];
    }

    public Points Explain(FeatureVector features, GramVector grams)
    {
        var (ofFeatures, ofGrams) = (new double[FeatureSet.All.Length], new double[grams.Count]);
        foreach (var part in parts.Select(part => part.Explain(features, grams)))
        {
            for (var feature = 0; feature < ofFeatures.Length; feature++)
                ofFeatures[feature] += part.Features[feature];
            for (var gram = 0; gram < ofGrams.Length; gram++)
                ofGrams[gram] += part.Grams[gram];
        }

        return new([.. ofFeatures], [.. ofGrams], parts.All(part => part.IsLinear) ? "other words" : "together");
    }

    public void Write(Stream stream, NGramLayout layout)
    {
        using var compressed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(compressed, Encoding.UTF8);
        foreach (var number in (double[])[.. slots.Standardizer.Means, .. slots.Standardizer.Deviations])
            writer.Write(number);
        writer.Write(slots.Columns.Length);
        foreach (var column in slots.Columns)
            writer.Write(column);
        foreach (var scale in slots.Scales)
            writer.Write(scale);
        writer.Write(parts.Length);
        foreach (var part in parts)
            Write(writer, part, layout);
    }

    public static MLNetFormula Read(Stream stream, ModelHeader header, Link link, string file)
    {
        using var compressed = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(compressed, Encoding.UTF8);
        var standardizer = new Standardizer(Many(header.Features.Length, reader.ReadDouble), Many(header.Features.Length, reader.ReadDouble));
        var count = reader.ReadInt32();
        var slots = new Slots(Many(count, reader.ReadInt32), Many(count, reader.ReadSingle), standardizer, new(header.NGrams), []);
        return new(slots, Many(reader.ReadInt32(), () => ReadPart(reader, header, slots, link, file)));
    }

    static void Write(BinaryWriter writer, FittedPart part, NGramLayout layout)
    {
        writer.Write(part.Share);
        writer.Write(part.Centre);
        writer.Write(part.Related.Length);
        foreach (var related in part.Related)
        {
            writer.Write(related.Mean);
            writer.Write(related.Gain);
            using var weights = new MemoryStream();
            related.Weights.Write(weights, layout);
            Write(writer, weights.ToArray());
        }

        Write(writer, part.ToZip());
    }

    static FittedPart ReadPart(BinaryReader reader, ModelHeader header, Slots shared, Link link, string file)
    {
        var (share, centre) = (reader.ReadDouble(), reader.ReadDouble());
        var slots = shared with { Related = Many(reader.ReadInt32(), () => ReadRelated(reader, header)) };
        var context = new MLContext();
        var model = context.Model.Load(new MemoryStream(ReadBytes(reader)), out var schema);
        slots.Check(schema, file);
        return new(context, model, slots, link, share, centre);
    }

    static RelatedModel ReadRelated(BinaryReader reader, ModelHeader header)
    {
        var (mean, gain) = (reader.ReadDouble(), reader.ReadDouble());
        return new(LinearWeights.Read(new MemoryStream(ReadBytes(reader)), header), mean, gain);
    }

    static void Write(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    static byte[] ReadBytes(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());

    static ImmutableArray<T> Many<T>(int count, Func<T> read) => [.. Enumerable.Range(0, count).Select(_ => read())];
}
