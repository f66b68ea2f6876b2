using System.Collections.Frozen;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Which of the names that a page gives its publisher is the one that readers know.</summary>
static class OutletName
{
    const int ShortestLabel = 3;

    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "];

    static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(["www", "com", "org", "net", "edu", "gov", "news", "blog", "blogs", "edition", "amp", "mobile", "web"]);

    /// <summary>The first that the page's address bears out, without its motto; else the first.</summary>
    /// <param name="candidates">In the order of trust.</param>
    /// <param name="title">What the browser shows, which often ends with the outlet's name.</param>
    public static string? Choose(IEnumerable<string?> candidates, string title, string? headline, string? url)
    {
        var stated = candidates.OfType<string>().Where(name => name.Length > 0).ToList();
        var labels = Labels(url);
        var ends = Ends(title, headline).ToList();
        return stated.Concat(ends).SelectMany(Parts).FirstOrDefault(name => labels.Any(label => BearsOut(label, name)))
            ?? stated.FirstOrDefault()
            ?? (ends is [var only] ? only : null);
    }

    /// <summary>What the title says besides the headline.</summary>
    static IEnumerable<string> Ends(string title, string? headline)
    {
        var at = headline is null ? -1 : title.IndexOf(headline, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return [];
        string[] rests = [title[(at + headline!.Length)..], title[..at]];
        return rests.SelectMany(rest => rest.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(part => part.Trim(' ', '|', '-', '–', '—', ':', '»', '·'))
            .Where(part => part.Any(char.IsLetter));
    }

    /// <summary>The name as a whole where it has no motto, else what stands before that.</summary>
    static IEnumerable<string> Parts(string name) =>
        Separators.Select(separator => name.IndexOf(separator, StringComparison.Ordinal)).Where(at => at > 0).Select(at => name[..at]).Take(1).DefaultIfEmpty(name);

    static List<string> Labels(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? [.. address.Host.Split('.').Where(label => label.Length >= ShortestLabel && !Common.Contains(label))] : [];

    /// <summary>"nytimes" bears out "The New York Times": its letters come in that order, from the first of a word.</summary>
    static bool BearsOut(string label, string name)
    {
        var letters = TitleElement.Folded(name);
        var folded = TitleElement.Folded(label);
        if (folded.Contains(letters, StringComparison.Ordinal))
            return letters.Length >= ShortestLabel;
        var at = 0;
        foreach (var letter in letters)
        {
            if (at < folded.Length && letter == folded[at])
                at++;
        }

        return at == folded.Length;
    }
}
