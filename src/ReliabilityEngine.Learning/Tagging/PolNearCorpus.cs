namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Reads articles in PolNeAR's layout: <c>text/NAME.txt</c> and <c>attributions/NAME_ANNOTATOR.ann</c>.</summary>
public static class PolNearCorpus
{
    /// <summary>The articles by name, each with its first annotator's marks; the publisher is the name up to the first underscore.</summary>
    public static IReadOnlyList<AnnotatedArticle> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann")
            .GroupBy(static file => NameOf(Path.GetFileNameWithoutExtension(file)), StringComparer.Ordinal)
            .OrderBy(static article => article.Key, StringComparer.Ordinal)
            .Select(article => Article(folder, article.Key, article.Order(StringComparer.Ordinal).First())),
    ];

    static string NameOf(string file) => file[..file.LastIndexOf('_')];

    static AnnotatedArticle Article(string folder, string name, string annotations)
    {
        var text = File.ReadAllText(Path.Combine(folder, "text", name + ".txt"));
        return new(name, name.Split('_')[0], text, AnnotationFile.Read(File.ReadLines(annotations), annotations, text.Length));
    }
}
