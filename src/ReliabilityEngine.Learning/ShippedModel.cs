using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning;

/// <summary>A model that comes with the engine.</summary>
/// <param name="Name">Of its file; where it is the target's, the model is the one to use.</param>
/// <param name="Card">Its card, as JSON.</param>
public sealed record ShippedModel(string Name, string Target, byte[] Bytes, string Card, ModelTrial Trial)
{
    const string Folder = "models/";
    const string Ending = ".model";

    public static ImmutableArray<ShippedModel> All => field.IsDefault ? field = [.. Read()] : field;

    public string Version => ModelFile.VersionOf(Bytes);

    public bool IsDefault => Name == Target;

    public Model Model => field ??= ModelFile.Read(Bytes, $"{Name}.model");

    /// <summary>Whether an outlet was among the examples that it was trained on, so that its articles cannot judge it.</summary>
    /// <param name="outlet">Canonical.</param>
    public bool HasSeen(string outlet) => Model.Header.HasSeen(outlet);

    static IEnumerable<ShippedModel> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var model in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var stem = model[..^Ending.Length];
            var bytes = Content(assembly, model)!;
            var card = Encoding.UTF8.GetString(Content(assembly, stem + ".card.json")!);
            using var json = JsonDocument.Parse(card);
            yield return new(stem[Folder.Length..], json.RootElement.GetProperty("target").GetString()!, bytes, card, TrialOf(assembly, stem + ".trial.tsv", bytes));
        }
    }

    /// <summary>None where it is that of a model before this one.</summary>
    static ModelTrial TrialOf(Assembly assembly, string name, byte[] model) =>
        Content(assembly, name) is { } text && ModelTrial.Parse(Encoding.UTF8.GetString(text), name) is var trial && trial.Model == ModelFile.VersionOf(model) ? trial : ModelTrial.None;

    static byte[]? Content(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
