using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Exchanges names in a text for others of the same kind; whoever is in the text, the score should stay.</summary>
public sealed class NameSwap
{
    readonly Dictionary<string, string> _others;
    readonly Regex _names;

    NameSwap(string name, IEnumerable<(string Left, string Right)> pairs)
    {
        Name = name;
        _others = pairs.SelectMany(pair => new[] { KeyValuePair.Create(pair.Left, pair.Right), KeyValuePair.Create(pair.Right, pair.Left) })
            .DistinctBy(pair => pair.Key).ToDictionary(StringComparer.Ordinal);
        _names = new($@"\b(?:{string.Join('|', _others.Keys.OrderByDescending(key => key.Length).Select(Regex.Escape))})\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Outlets for outlets, and parties and leaders of the left for those of the right.</summary>
    public static ImmutableArray<NameSwap> All { get; } = ReadAll();

    public string Name { get; }

    public string Apply(string text) => _names.Replace(text, match => _others[match.Value]);

    /// <summary>The article with its names exchanged; null where it names none of them.</summary>
    public Article? Apply(Article article)
    {
        var (title, text) = (article.Title is null ? null : Apply(article.Title), Apply(article.Text));
        return title == article.Title && text == article.Text ? null : article with { Title = title, Text = text };
    }

    static ImmutableArray<NameSwap> ReadAll()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("name_swaps.tsv")!);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'));
        return [.. rows.GroupBy(row => row[0], StringComparer.Ordinal).Select(group => new NameSwap(group.Key, group.Select(row => (row[1], row[2]))))];
    }
}
