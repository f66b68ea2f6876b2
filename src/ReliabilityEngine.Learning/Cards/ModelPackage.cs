using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Cards;

/// <summary>A model as it travels between machines: with its card and trial in files of one name, and the SHA-256 of each in a file of that name.</summary>
/// <param name="Card">As JSON.</param>
public sealed record ModelPackage(byte[] Model, string Card, ModelTrial Trial)
{
    const string ModelEnding = ".model";
    const string SumsEnding = ".sha256";

    static readonly string[] Endings = [ModelEnding, ".card.json", ".trial.tsv"];

    /// <summary>Writes the files, the sums last; returns the model's path.</summary>
    /// <param name="stem">What the files' names begin with.</param>
    /// <param name="withLabels">Whether the labels of the trial go along, which may be another's.</param>
    public string Write(string folder, string stem, bool withLabels)
    {
        Directory.CreateDirectory(folder);
        byte[][] contents = [Model, Encoding.UTF8.GetBytes(Card), Encoding.UTF8.GetBytes(Trial.ToText(withLabels))];
        var sums = new StringBuilder();
        foreach (var (ending, content) in Endings.Zip(contents))
        {
            WriteWhole(Path.Combine(folder, stem + ending), content);
            sums.Append($"{Sum(content)}  {stem}{ending}\n");
        }

        WriteWhole(Path.Combine(folder, stem + SumsEnding), Encoding.UTF8.GetBytes(sums.ToString()));
        return Path.Combine(folder, stem + ModelEnding);
    }

    /// <summary>Reads a model's files; nothing in them is looked at before all are known to be those that were written.</summary>
    public static ModelPackage Read(string modelPath)
    {
        var stem = modelPath.EndsWith(ModelEnding, StringComparison.Ordinal) ? modelPath[..^ModelEnding.Length] : modelPath;
        Existing(stem + ModelEnding);
        var sums = File.ReadAllLines(Existing(stem + SumsEnding)).Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);
        byte[][] contents = [.. Endings.Select(ending => Checked(stem + ending, sums, stem + SumsEnding))];
        var package = new ModelPackage(contents[0], Encoding.UTF8.GetString(contents[1]), ModelTrial.Parse(Encoding.UTF8.GetString(contents[2]), stem + Endings[2]));
        package.CheckThatAllAreOfOneModel(stem);
        return package;
    }

    static byte[] Checked(string path, Dictionary<string, string> sums, string sumsPath)
    {
        var content = File.ReadAllBytes(Existing(path));
        if (!sums.TryGetValue(Path.GetFileName(path), out var expected))
            throw new ModelException($"{sumsPath}: no SHA-256 of {Path.GetFileName(path)}");
        return Sum(content) is var found && found == expected.Trim()
            ? content
            : throw new ModelException($"{path}: SHA-256 {found}, expected {expected.Trim()}: changed since it was written; nothing was taken from it");
    }

    void CheckThatAllAreOfOneModel(string stem)
    {
        var version = ModelFile.VersionOf(Model);
        string? named;
        try
        {
            using var card = JsonDocument.Parse(Card);
            named = card.RootElement.TryGetProperty("version", out var value) ? value.GetString() : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ModelException($"{stem}{Endings[1]}: not a card: {error.Message}");
        }

        if (named != version)
            throw new ModelException($"{stem}{Endings[1]}: the card of model {named}, expected that of {version}");
        if (Trial.Model != version)
            throw new ModelException($"{stem}{Endings[2]}: the trial of model {Trial.Model}, expected that of {version}");
    }

    static string Sum(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    static string Existing(string path) => File.Exists(path) ? path : throw new ModelException($"{path}: no such file; a model travels with its card, its trial and their hashes: `reliability models export` writes all");

    static void WriteWhole(string path, byte[] content)
    {
        File.WriteAllBytes(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }
}
