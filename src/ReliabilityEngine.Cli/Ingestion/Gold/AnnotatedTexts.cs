using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Learning.Tagging;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>A folder in PolNeAR's layout: <c>text/NAME.txt</c> and <c>attributions/NAME_ANNOTATOR.ann</c>, NAME beginning with its publisher and an underscore.</summary>
sealed class AnnotatedTexts(string folder)
{
    public static bool HasTexts(string folder) => Directory.Exists(Path.Combine(folder, "text")) || Directory.Exists(Path.Combine(folder, "attributions"));

    /// <summary>Every annotated article with its first annotator's marks.</summary>
    public IEnumerable<GoldArticle> ReadAttributions()
    {
        var annotations = Path.Combine(folder, "attributions");
        if (!Directory.Exists(annotations))
            return [];
        return Directory.EnumerateFiles(annotations, "*.ann").Order(StringComparer.Ordinal)
            .GroupBy(NameOf, StringComparer.Ordinal).Select(files => ReadAttributions(files.Key, files.First()));
    }

    /// <summary>The article of that name without anything marked in it, or null.</summary>
    public GoldArticle? Find(string name)
    {
        if (!File.Exists(PathOf(name)))
            return null;
        var text = TextFile.Read(PathOf(name), "an article in UTF-8");
        var publisher = name.Contains('_', StringComparison.Ordinal) ? name.Split('_')[0] : null;
        return new(new() { Id = name, Outlet = publisher ?? name, Title = text.Split('\n', 2)[0], Text = text }, publisher);
    }

    GoldArticle ReadAttributions(string name, string file)
    {
        var gold = Find(name) ?? throw new Refusal($"{file}: found no text of it, expected {PathOf(name)}");
        try
        {
            var lines = TextFile.ReadLines(file, "annotations in UTF-8").Select(line => line.Line);
            return gold with { Attributions = AnnotationFile.Read(lines, file, gold.Article.Text.Length) };
        }
        catch (FormatException error)
        {
            throw new Refusal(error.Message);
        }
    }

    /// <summary>Without the annotator, where one is named.</summary>
    string NameOf(string file)
    {
        var whole = Path.GetFileNameWithoutExtension(file);
        var gap = whole.LastIndexOf('_');
        return gap > 0 && (File.Exists(PathOf(whole[..gap])) || !File.Exists(PathOf(whole))) ? whole[..gap] : whole;
    }

    string PathOf(string name) => Path.Combine(folder, "text", name + ".txt");
}
