using System.Buffers;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The paragraphs of a text that stands in a page's data, with markup in it or without.</summary>
static class EmbeddedText
{
    static readonly SearchValues<string> Markup = SearchValues.Create(["</p>", "<br", "</div>", "</h2>", "</a>", "</em>", "</strong>"], StringComparison.OrdinalIgnoreCase);

    public static string Of(string text) => string.Join("\n\n", Paragraphs(text));

    public static IEnumerable<string> Paragraphs(string text)
    {
        if (text.AsSpan().ContainsAny(Markup) && PageParser.Parse(text)?.Body is { } body)
            return BlockWalk.Of(body, Clutter.IsUnseen).Select(block => block.Text);
        return text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
    }
}
