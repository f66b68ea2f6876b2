using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Origins;

/// <summary>News agencies by the names that articles give them.</summary>
public static class Agency
{
    /// <summary>Credits that name no agency in particular.</summary>
    public const string Unnamed = "agencies";

    const int LongestName = 5;
    const int ShortName = 3;

    static readonly FrozenDictionary<string, string> Names = ReadEmbedded();

    /// <summary>The agencies that an article credits: by its byline, its dateline, a line of its own, or because one published it.</summary>
    public static ImmutableArray<string> CreditedBy(ArticleAnalysis analysis)
    {
        var article = analysis.Article;
        return
        [
            .. analysis.Furniture.Where(furniture => furniture.Kind is FurnitureKind.Agency or FurnitureKind.Byline or FurnitureKind.Dateline)
                .SelectMany(furniture => In(furniture.Span.In(article.Text).ToString()))
                .Concat(In(article.Byline ?? ""))
                .Concat(Publisher(article.Outlet))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The agency that a name of a publisher or of a source is one of, or null.</summary>
    public static string? Named(string name) => Names.GetValueOrDefault(name.Trim().ToLowerInvariant());

    static IEnumerable<string> Publisher(string outlet) => Named(OutletNames.Default.Canonical(outlet)) is { } agency ? [agency] : [];

    static IEnumerable<string> In(string text)
    {
        var document = Document.Parse(text);
        string[] words = [.. Enumerable.Range(0, document.Tokens.Length).Where(i => document.Tokens[i].Kind == TokenKind.Word).Select(i => Word(document, i))];
        for (var first = 0; first < words.Length; first++)
        {
            for (var count = Math.Min(LongestName, words.Length - first); count > 0; count--)
            {
                var name = string.Join(' ', words.AsSpan(first, count)!);
                if (!Names.TryGetValue(name, out var agency))
                    continue;
                yield return agency;
                first += count - 1;
                break;
            }
        }
    }

    /// <summary>Short names are agencies only in capitals: Ani is a person, ANI is not.</summary>
    static string Word(Document document, int token) =>
        document.Form(token) is not { Length: <= ShortName } form || form == "the" || !char.IsUpper(document.Raw(token)[0]) || !document.Raw(token).ContainsAnyInRange('a', 'z')
            ? document.Form(token)
            : "";

    static FrozenDictionary<string, string> ReadEmbedded()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("agencies.tsv")!);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ['#', ..] && line.Split('\t') is [var name, var agency])
                names.Add(name, agency);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
