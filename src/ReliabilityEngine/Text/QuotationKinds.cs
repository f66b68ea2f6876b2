namespace ReliabilityEngine.Text;

/// <summary>Tells speech from scare quotes and names by length, punctuation and form.</summary>
static class QuotationKinds
{
    const int LongestScare = 4;
    const int LongestName = 6;
    const int MostTokens = 3 * LongestName;

    /// <param name="spoken">Somebody is likely to have said it: a verb of speech is near, or it is inside a speech.</param>
    public static QuotationKind Of(string text, ReadOnlySpan<Token> inner, bool spoken)
    {
        if (inner.Length > MostTokens)
            return QuotationKind.Speech;
        int words = 0, capitals = 0, small = 0, shouted = 0;
        foreach (var token in inner)
        {
            if (token.Kind is TokenKind.Word)
                words++;
            if (words > LongestName || (token.Kind == TokenKind.Punctuation && EndsLikeSpeech(text[token.Start])))
                return QuotationKind.Speech;
            if (token.Kind != TokenKind.Word)
                continue;
            if (char.IsUpper(text[token.Start]))
                (capitals, shouted) = (capitals + 1, shouted + (IsShouted(text, token) ? 1 : 0));
            else if (token.Length > 4)
                small++;
        }

        if (words == 0 || text[inner[^1].Start] == ',')
            return QuotationKind.Speech;
        if (capitals > shouted && small == 0 && char.IsUpper(text[inner[^1].Start]) && char.IsUpper(text[inner[0].Start]))
            return QuotationKind.Name;
        return words <= LongestScare && !spoken ? QuotationKind.Scare : QuotationKind.Speech;
    }

    /// <summary>A long word in capitals: a headline's, not an abbreviation.</summary>
    static bool IsShouted(string text, Token token) => token.Length > 5 && !token.Span.In(text).ContainsAnyInRange('a', 'z');

    static bool EndsLikeSpeech(char c) => c is '.' or '!' or '?' or '\u2026' or '-' or '\u2014';
}
