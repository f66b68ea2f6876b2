using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>A set of data that taggers are trained on.</summary>
/// <param name="Path">A file or folder, seen from the folder of the data.</param>
public sealed record TaggerDataSet(string Name, string Licence, string Path);

/// <summary>What the taggers are trained on and how.</summary>
/// <param name="Folds">Groups of publishers, each left out in turn; 0 leaves out one publisher at a time.</param>
/// <param name="Attributions">Articles with marked attributions, in PolNeAR's layout.</param>
/// <param name="Treebanks">CoNLL-U files with parts of speech.</param>
/// <param name="HeldOutTreebank">One more, to measure on.</param>
/// <param name="Texts">Plain texts for classes of words: JSON Lines with a field <c>text</c> (plain or gzip), or a folder of .txt files.</param>
public sealed record TaggerRecipe(
    int Schema,
    int Seed,
    int Folds,
    TaggerDataSet Attributions,
    IReadOnlyList<TaggerDataSet> Treebanks,
    TaggerDataSet? HeldOutTreebank,
    IReadOnlyList<TaggerDataSet> Texts)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [JsonIgnore]
    public IEnumerable<TaggerDataSet> All =>
        [Attributions, .. Treebanks, .. HeldOutTreebank is { } heldOut ? [heldOut] : Array.Empty<TaggerDataSet>(), .. Texts];

    /// <exception cref="InvalidDataException">The file is no recipe; the message says where.</exception>
    public static TaggerRecipe Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<TaggerRecipe>(File.ReadAllBytes(file), Options)
                ?? throw new InvalidDataException($"{file}:1: null was found, a recipe was expected");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}:{error.LineNumber + 1}: {error.Message}", error);
        }
    }
}
