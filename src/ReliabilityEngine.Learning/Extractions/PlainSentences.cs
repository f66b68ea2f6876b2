using ReliabilityEngine.Learning.Evaluations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Extractions;

/// <summary>
/// Cuts a text at line ends and at full stops before white space. Knows no abbreviation: a figure over sentences must not
/// depend on the splitter that it judges.
/// </summary>
static class PlainSentences
{
    public static IEnumerable<TextSpan> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start);
            if (!text[start..end].All(ContentCharacters.IsSpace))
                yield return new(start, end);
            start = end;
        }
    }

    static int EndOf(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\n')
                return at + 1;
            if (text[at] is not ('.' or '!' or '?'))
                continue;
            var end = at + 1;
            while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')')
                end++;
            if (end == text.Length || ContentCharacters.IsSpace(text[end]))
                return end;
        }

        return text.Length;
    }
}
