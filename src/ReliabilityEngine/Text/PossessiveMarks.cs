namespace ReliabilityEngine.Text;

/// <summary>Tells the apostrophe of 'the voters' choice' from the marks around it.</summary>
static class PossessiveMarks
{
    /// <summary>The single marks after an s and before a word, while a plain closing mark is still to come; null for none.</summary>
    public static HashSet<int>? In(string text, Token[] tokens, TokenRange paragraph)
    {
        HashSet<int>? marks = null;
        var closesLater = false;
        for (var i = paragraph.End - 1; i >= paragraph.First; i--)
        {
            if (tokens[i].Kind != TokenKind.QuotationMark || Mark.Of(text, tokens[i]).Style != QuotationStyle.Single)
                continue;
            if (!StandsBetweenWords(text, tokens[i]))
                closesLater = Mark.Flank(text, tokens[i].Start, tokens[i].End) == MarkDirection.Close;
            else if (closesLater)
                (marks ??= []).Add(i);
        }

        return marks;
    }

    static bool StandsBetweenWords(ReadOnlySpan<char> text, Token mark) =>
        mark.Start > 0 && text[mark.Start - 1] is 's' or 'S'
            && mark.End + 1 < text.Length && text[mark.End] == ' ' && char.IsLetter(text[mark.End + 1]);
}
