using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>The characters that spans hold, white space left out.</summary>
static class ContentCharacters
{
    public static HashSet<int> Of(IEnumerable<TextSpan> spans, string text) =>
        [.. spans.SelectMany(span => Enumerable.Range(span.Start, Math.Max(0, Math.Min(span.End, text.Length) - span.Start)))
            .Where(at => !IsSpace(text[at]))];

    /// <summary>Whether two sets share at least half of what is in either.</summary>
    public static bool ShareHalf(HashSet<int> left, HashSet<int> right)
    {
        var shared = left.Count(right.Contains);
        return shared > 0 && shared * 2 >= left.Count + right.Count - shared;
    }

    // The separators of ASCII count as white space too, as they do in Unicode's bidirectional classes.
    public static bool IsSpace(char character) => char.IsWhiteSpace(character) || character is >= '\x1c' and <= '\x1f';
}
