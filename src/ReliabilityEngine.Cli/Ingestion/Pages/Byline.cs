using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Who wrote an article, as its metadata or its page say.</summary>
static class Byline
{
    const int Longest = 120;
    const int MostWords = 12;

    static readonly string[] Openings = ["by ", "by: ", "posted by ", "written by ", "story by ", "words by ", "author: ", "submitted by "];

    static readonly Regex End = new(
        @"\s?[|•·@(\[]|\s(?:[A-Za-z]{3,9}\.?\s\d{1,2},|\d{1,2}[/:]\d|\d{1,3}\s?min|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})|\s(?:Updated|Published|Posted|Follow|Email|Last modified)\b"
        + @"|,\s?(?:[A-Za-z]{1,20}\s){0,3}(?:correspondent|editor|reporter|writer|columnist|contributor|staff|CNN|Reuters|AP|Associated Press|BBC News)\b"
        + @"|\s(?:for|special to)\s",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static readonly Regex PersonPath = new(
        @"/(?:authors?|by|staff|people|person|profiles?|contributors?|journalists?|reporters?|writers?|columnists?|team)/|author(?:name)?[=f]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The names alone, without "By", posts, addresses and dates.</summary>
    public static string? Clean(string? text, string? outlet)
    {
        var names = Joined(text);
        foreach (var opening in Openings)
        {
            if (names.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                names = names[opening.Length..];
        }

        if (End.Match(names) is { Success: true, Index: > 0 } end)
            names = names[..end.Index];
        if (outlet is not null && names.EndsWith($", {outlet}", StringComparison.OrdinalIgnoreCase))
            names = names[..^(outlet.Length + 2)];
        names = names.Trim(' ', ',', '-', '–', '/', ';', ':');
        return names.Length == 0 || names.Equals(outlet, StringComparison.OrdinalIgnoreCase) ? null : names;
    }

    /// <summary>As the page shows it, where its metadata name nobody.</summary>
    public static string? Shown(IDocument page, string? outlet) =>
        Candidates(page).Where(element => !IsElsewhere(element)).Select(element => Read(element, outlet)).FirstOrDefault(name => name is not null);

    static IEnumerable<IElement> Candidates(IDocument page) =>
        page.QuerySelectorAll("[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]")
            .Concat(page.QuerySelectorAll("[class*=byline], [class*=Byline], [class*=author-name], [class*=authorName], [class*=article-author], .author, .author_name, .authors, .fn"))
            .Concat(page.QuerySelectorAll("p, div, span, td, font, i, em, b, strong, address, h3, h4, h5").Where(OpensAsByline));

    /// <summary>"By Ada Quist", in an element of its own.</summary>
    static bool OpensAsByline(IElement element) =>
        ShortText.Of(element, Longest) is { } text && text.TrimStart() is var line
        && (line.StartsWith("By ", StringComparison.Ordinal) || line.StartsWith("BY ", StringComparison.Ordinal))
        && line.AsSpan(3).TrimStart() is [>= 'A' and <= 'Z', ..];

    /// <summary>Of a comment, or of another story.</summary>
    static bool IsElsewhere(IElement element) =>
        element.Ancestors<IElement>().Any(around => around.LocalName is "nav" or "footer" || NameParts.Of(around).Any(PageWords.Foreign.Contains));

    static string? Read(IElement element, string? outlet)
    {
        var around = element.GetAttribute("rel") == "author" ? element.ParentElement! : element;
        var people = around.QuerySelectorAll("a[href]").Where(LeadsToPerson).Select(link => Clean(Parted(link), outlet)).OfType<string>().Where(IsName).Distinct().ToList();
        var name = people.Count > 0 && Parted(around).Length <= Longest ? string.Join(" and ", people) : Clean(Parted(element), outlet);
        return name is not null && IsName(name) ? name : null;
    }

    static bool LeadsToPerson(IElement link) => PersonPath.IsMatch(link.GetAttribute("href")!);

    static bool IsName(string text) =>
        text.Length <= Longest && text.Any(char.IsLetter) && text.Split(' ') is { Length: <= MostWords } words
        && words.Length > 1 && char.IsUpper(text[0]) && !text.Any(char.IsAsciiDigit) && !text.EndsWith('.');

    /// <summary>Elements side by side are parted by a bar, as their texts often stand without a space between.</summary>
    static string Parted(IElement element) =>
        string.Join(" | ", BlockWalk.LinesOf(element).Select(block => block.Text));

    static string Joined(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
