using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Text;

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

    static AnnotatedArticle Article(string folder, string name, string annotations) =>
        new(name, name.Split('_')[0], File.ReadAllText(Path.Combine(folder, "text", name + ".txt")), Attributions(annotations));

    static ImmutableArray<GoldAttribution> Attributions(string file)
    {
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<GoldAttribution>();
        foreach (var line in File.ReadLines(file))
        {
            var fields = line.Split('\t');
            if (fields.Length < 2 || fields[0].Length < 2 || !char.IsAsciiDigit(fields[0][1]))
                continue;
            if (fields[0][0] == 'T')
                spans[fields[0]] = Spans(fields[1]);
            else if (fields[0][0] == 'E')
                found.Add(Attribution(fields[1], spans));
        }

        return found.ToImmutable();
    }

    static GoldAttribution Attribution(string roles, Dictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var parts = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static role => role.Split(':'))
            .Where(static part => part.Length == 2)
            .ToLookup(static part => part[0].TrimEnd("0123456789".ToCharArray()), part => spans.GetValueOrDefault(part[1], []));
        return new(All("Source"), All("Cue"), All("Content"));

        ImmutableArray<TextSpan> All(string role) => [.. parts[role].SelectMany(static part => part).Order()];
    }

    static ImmutableArray<TextSpan> Spans(string kindAndRanges) =>
    [
        .. kindAndRanges[(kindAndRanges.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(';')
            .Select(static range => range.Split(' '))
            .Select(static range => new TextSpan(Number(range[0]), Number(range[1]))),
    ];

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
