using System.Text;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>Finds words that a person copied, whatever became of white space and capitals.</summary>
static class FoldedText
{
    public static TextSpan? Find(string text, TextSpan within, string words)
    {
        var wanted = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        var folded = new StringBuilder();
        var places = new List<int>();
        for (var at = within.Start; at < within.End; at++)
        {
            var isSpace = char.IsWhiteSpace(text[at]);
            if (isSpace && (folded.Length == 0 || folded[^1] == ' '))
                continue;
            folded.Append(isSpace ? ' ' : char.ToLowerInvariant(text[at]));
            places.Add(at);
        }

        var found = wanted.Length == 0 ? -1 : folded.ToString().IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? null : new(places[found], places[found + wanted.Length - 1] + 1);
    }
}
