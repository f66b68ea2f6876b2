using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>What the class names and the id of an element say, word by word.</summary>
static class NameParts
{
    /// <summary>"c-relatedStories__list" gives c, related, stories, list; and names as a whole, without their hyphens.</summary>
    public static IEnumerable<string> Of(IElement element)
    {
        foreach (var name in Whole(element))
        {
            foreach (var part in Split(name))
                yield return part;
        }
    }

    /// <summary>Lower case, only letters and digits.</summary>
    public static string Folded(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    public static IEnumerable<string> Whole(IElement element)
    {
        foreach (var name in (string?[])[element.GetAttribute("class"), element.Id, element.GetAttribute("data-component"), element.GetAttribute("data-testid"), element.GetAttribute("data-gu-name")])
        {
            foreach (var one in name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [])
                yield return one;
        }
    }

    public static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsAsciiLetter(name[i]) || (i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]));
            if (!ends)
                continue;
            if (i > start)
                yield return name[start..i].ToLowerInvariant();
            start = i < name.Length && char.IsAsciiLetter(name[i]) ? i : i + 1;
        }
    }
}
