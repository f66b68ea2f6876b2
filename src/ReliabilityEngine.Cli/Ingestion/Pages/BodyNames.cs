namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Names that say outright: here is the article's text.</summary>
static class BodyNames
{
    public static bool Match(string name)
    {
        var folded = NameParts.Folded(name);
        return PageWords.BodyNames.Any(known => folded.StartsWith(known, StringComparison.Ordinal) || folded.EndsWith(known, StringComparison.Ordinal));
    }
}
