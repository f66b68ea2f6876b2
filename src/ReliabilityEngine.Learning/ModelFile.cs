using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>
/// Writes and reads models: a mark, the header as JSON, the weights, and the SHA-256 of all that. An n-gram's weight has
/// one byte, finer near zero; weights that were rounded so differ from those that were trained by less than a tenth of a
/// point in a score.
/// </summary>
public static class ModelFile
{
    const int HashLength = 32;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    static ReadOnlySpan<byte> Mark => "RELMODEL1\n"u8;

    public static byte[] Write(ModelHeader header, LinearWeights weights)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            var json = JsonSerializer.SerializeToUtf8Bytes(header, Json);
            writer.Write(json.Length);
            writer.Write(json);
            WriteNumbers(writer, [weights.Base, weights.GramMean, .. weights.Standardizer.Means, .. weights.Standardizer.Deviations, .. weights.Features]);
            writer.Flush();
            WriteGrams(memory, new(header.NGrams), weights.Grams.AsSpan());
        }

        memory.Write(SHA256.HashData(memory.ToArray()));
        return memory.ToArray();
    }

    /// <summary>The first 12 hex digits of the file's SHA-256.</summary>
    public static string VersionOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    /// <param name="name">The file's name, for messages.</param>
    public static Model Read(byte[] bytes, string name)
    {
        var content = Check(bytes, name);
        using var memory = new MemoryStream(content);
        using var reader = new BinaryReader(memory);
        reader.ReadBytes(Mark.Length);
        var header = JsonSerializer.Deserialize<ModelHeader>(reader.ReadBytes(reader.ReadInt32()), Json)!;
        CheckFeatures(header, name);
        var count = header.Features.Length;
        var numbers = ReadNumbers(reader, 2 + (3 * count));
        var standardizer = new Standardizer([.. numbers[2..(2 + count)]], [.. numbers[(2 + count)..(2 + (2 * count))]]);
        var grams = ReadGrams(memory, new(header.NGrams));
        return new(header, new(numbers[0], standardizer, [.. numbers[(2 + (2 * count))..]], grams, numbers[1]),
            VersionOf(bytes));
    }

    static byte[] Check(byte[] bytes, string name)
    {
        if (!bytes.AsSpan().StartsWith(Mark))
            throw new ModelException($"{name}: not a model of this program");
        var end = bytes.Length - HashLength;
        if (end < Mark.Length || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
            throw new ModelException($"{name}: cut or damaged, its checksum does not hold; fetch it again, or train it again with \"reliability train\"");
        return bytes[..end];
    }

    static void CheckFeatures(ModelHeader header, string name)
    {
        ImmutableArray<string> measured = [.. FeatureSet.All.Select(feature => feature.Name)];
        if (header.Features.SequenceEqual(measured))
            return;
        throw new ModelException($"{name}: made for other features: it wants {Listed(header.Features.Except(measured))}, " +
            $"and does not know {Listed(measured.Except(header.Features))}; train it again: reliability train --recipe models/{header.Target}.recipe.json");
    }

    static string Listed(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "nothing else (the order differs)",
        { Length: <= 5 } few => string.Join(", ", few),
        var many => $"{string.Join(", ", many[..5])} and {many.Length - 5} more",
    };

    static void WriteNumbers(BinaryWriter writer, ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
            writer.Write(number);
    }

    static double[] ReadNumbers(BinaryReader reader, int count) => [.. Enumerable.Range(0, count).Select(_ => reader.ReadDouble())];

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
            for (var k = 0; k < packed.Length; k++)
                weights[layout.Offsets[i] + k] = Unpack((sbyte)packed[k], BitConverter.ToSingle(length));
        }

        return [.. weights];
    }

    static sbyte Pack(float weight, float greatest) =>
        greatest > 0 ? (sbyte)Math.Round(Math.Sign(weight) * 127 * Math.Sqrt(Math.Abs(weight) / greatest)) : (sbyte)0;

    static float Unpack(sbyte packed, float greatest) => Math.Sign(packed) * greatest * packed * packed / (127f * 127f);
}

/// <summary>A model that cannot be used; the message says why, and what to do.</summary>
public sealed class ModelException(string message) : Exception(message);
