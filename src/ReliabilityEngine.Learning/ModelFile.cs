using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning;

/// <summary>Writes and reads models: a mark, the header as JSON, what was learned, and the SHA-256 of all that.</summary>
public static class ModelFile
{
    const int HashLength = 32;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    static ReadOnlySpan<byte> Mark => "RELMODEL1\n"u8;

    public static byte[] Write(ModelHeader header, IFormula formula)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(formula);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            var json = JsonSerializer.SerializeToUtf8Bytes(header, Json);
            writer.Write(json.Length);
            writer.Write(json);
        }

        formula.Write(memory, new(header.NGrams));
        memory.Write(SHA256.HashData(memory.ToArray()));
        return memory.ToArray();
    }

    /// <summary>The first 12 hex digits of the file's SHA-256.</summary>
    public static string VersionOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];

    /// <summary>Reads what <see cref="Write"/> wrote; all else is a <see cref="ModelException"/>, whatever checksum it bears.</summary>
    /// <param name="name">The file's name, for messages.</param>
    public static Model Read(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var content = Check(bytes, name);
        try
        {
            return ReadContent(content, VersionOf(bytes), name);
        }
        catch (Exception error) when (error is JsonException or IOException or ArgumentException or InvalidOperationException or FormatException)
        {
            throw new ModelException($"{name}: its checksum holds, but no program of this kind wrote it: {error.Message}");
        }
    }

    static Model ReadContent(byte[] content, string version, string name)
    {
        using var memory = new MemoryStream(content);
        using var reader = new BinaryReader(memory);
        reader.ReadBytes(Mark.Length);
        var header = JsonSerializer.Deserialize<ModelHeader>(reader.ReadBytes(reader.ReadInt32()), Json) ?? throw new FormatException("it has no header");
        header.Check();
        CheckFeatures(header, name);
        var learner = Learners.Find(header.Learner) ?? throw new ModelException($"{name}: {Learners.Missing(header.Learner)}");
        return new(header, learner.Read(memory, header, name), version);
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
}

/// <summary>A model that cannot be used; the message says why, and what to do.</summary>
public sealed class ModelException(string message) : Exception(message);
