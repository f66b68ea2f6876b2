namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Names that say outright: here is the article's text; not "article-body__newsletter", which stands in it.</summary>
static class BodyNames
{
    public static bool Match(string name)
    {
        var folded = NameParts.Folded(name);
        return PageWords.BodyNames.Any(known => folded.StartsWith(known, StringComparison.Ordinal) || folded.EndsWith(known, StringComparison.Ordinal))
            && !NameParts.Split(name).Any(part => PageWords.Beside.Contains(part) || PageWords.Foreign.Contains(part));
    }
}
