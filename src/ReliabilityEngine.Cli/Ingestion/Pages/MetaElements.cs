using AngleSharp.Dom;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The <c>meta</c> elements of a page by name, which stands in one of three attributes.</summary>
sealed class MetaElements(IDocument page)
{
    readonly ILookup<string, string> _contents = page.QuerySelectorAll("meta[content]")
        .SelectMany(meta => ((string?[])[meta.GetAttribute("property"), meta.GetAttribute("name"), meta.GetAttribute("itemprop")])
            .OfType<string>()
            .Select(name => (Name: name.Trim(), Content: meta.GetAttribute("content")!)))
        .ToLookup(meta => meta.Name, meta => meta.Content, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first that says something; the address of an author's page, which some sites give, says nothing.</summary>
    public string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (_contents[name].FirstOrDefault(content => content.Trim().Length > 0 && !content.StartsWith("http", StringComparison.Ordinal)) is { } content)
                    return content;
            }

            return null;
        }
    }

    public string? Address(string name) => _contents[name].FirstOrDefault(content => content.Trim().Length > 0);
}
