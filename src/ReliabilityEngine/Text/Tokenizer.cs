using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Text;

/// <summary>Cuts a text into tokens in one pass.</summary>
static class Tokenizer
{
    /// <summary>The tokens in order, and the table of their forms.</summary>
    public static (Token[] Tokens, ImmutableArray<string> Forms) Tokenize(string text)
    {
        var forms = new FormTable(capacity: 16 + text.Length / 24);
        var tokens = new List<Token>(16 + text.Length / 5);
        var opens = true;
        for (var at = 0; at < text.Length;)
        {
            if (Characters.IsBlank(text[at]))
            {
                opens |= Characters.LineEnds.Contains(text[at]);
                at++;
                continue;
            }

            var (end, kind) = Next(text, at, opens);
            tokens.Add(new(at, end, kind, forms.Intern(text.AsSpan(at, end - at))));
            opens = EndsSentence(text[at]) || (opens && kind == TokenKind.QuotationMark)
                || (tokens.Count > 1 && kind == TokenKind.QuotationMark && EndsSentence(text[tokens[^2].Start]));
            at = end;
        }

        return ([.. CollectionsMarshal.AsSpan(tokens)], forms.ToForms());
    }

    static bool EndsSentence(char c) => c is '.' or '!' or '?' or ':' or ';';

    static (int End, TokenKind Kind) Next(ReadOnlySpan<char> text, int at, bool opens)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || c == '(')
        {
            var point = ListNumberPattern.End(text, at, opens);
            if (point > at)
                return (point, TokenKind.ListNumber);
        }

        if (WordPattern.PlainEnd(text, at) is var plain && plain > at)
            return (plain, TokenKind.Word);
        if (Characters.WordWidth(text, at) > 0)
            return WordOrNumber(text, at);
        return c switch
        {
            '[' => BracketedWord(text, at),
            '@' or '#' when AddressPattern.HandleEnd(text, at) is var end && end > at => (end, TokenKind.Handle),
            _ when Characters.QuotationMarks.Contains(c) => MarkPattern.Next(text, at),
            _ => MarkPattern.Punctuation(text, at),
        };
    }

    static (int End, TokenKind Kind) WordOrNumber(ReadOnlySpan<char> text, int at)
    {
        var address = AddressPattern.UrlEnd(text, at);
        if (address == at)
            address = AddressPattern.MailEnd(text, at);
        if (address > at)
            return (address, TokenKind.Url);
        if (!char.IsAsciiDigit(text[at]))
            return (WordPattern.End(text, at), TokenKind.Word);
        var number = NumberPattern.End(text, at);
        var goesOn = Characters.InnerWidth(text, number) > 0
            || (number < text.Length && Characters.IsHyphen(text[number]) && Characters.IsLetter(text, number + 1));
        return goesOn && WordPattern.End(text, at) is var end && end > number
            ? (end, TokenKind.Word)
            : (number, TokenKind.Number);
    }

    /// <summary>An editor's capital: [W]e is one word, [the mayor] is not.</summary>
    static (int End, TokenKind Kind) BracketedWord(ReadOnlySpan<char> text, int at)
    {
        var close = at + 2;
        return Characters.IsLetter(text, at + 1) && close < text.Length && text[close] == ']'
            && Characters.IsLetter(text, close + 1)
            ? (WordPattern.End(text, close + 1), TokenKind.Word)
            : (at + 1, TokenKind.Punctuation);
    }
}
