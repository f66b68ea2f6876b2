using System.Globalization;
using System.Text.RegularExpressions;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Text;

public sealed class TextTests
{
    public static TheoryData<string[]> Tokens => Read("tokens.tsv");

    public static TheoryData<string[]> Sentences => Read("sentences.tsv");

    public static TheoryData<string[]> Quotations => Read("quotations.tsv");

    [Theory, MemberData(nameof(Tokens))]
    public void A_text_has_these_tokens(string[] row)
    {
        var (text, expected, kinds) = (Unescape(row[0]), Unescape(row[1]), row[2]);
        var document = Document.Parse(text);
        Assert.Equal(expected, string.Join(' ', document.Tokens.Select(token => token.Span.In(text).ToString().Replace(' ', '␣'))));
        Assert.Equal(kinds, string.Concat(document.Tokens.Select(token => Letter(token.Kind))));
    }

    [Theory, MemberData(nameof(Sentences))]
    public void A_text_has_these_sentences(string[] row)
    {
        var text = Unescape(row[0]);
        var document = Document.Parse(text);
        Assert.Equal(row[1], string.Join(" || ", document.Paragraphs.Select(
            paragraph => string.Join(" | ", document.Sentences[paragraph.Sentences].Select(sentence => OneLine(sentence.Span, text))))));
    }

    [Theory, MemberData(nameof(Quotations))]
    public void A_text_has_these_quotations(string[] row)
    {
        var text = Unescape(row[0]);
        var found = Document.Parse(text).Quotations
            .Select(quotation => $"{quotation.Depth} {quotation.Kind} {OneLine(quotation.Span, text)}");
        Assert.Equal(row[1], string.Join(" | ", found.DefaultIfEmpty("-")));
    }

    static TheoryData<string[]> Read(string file) => Cases.Read("tests", "ReliabilityEngine.Tests", "Text", "Cases", file);

    static string OneLine(TextSpan span, string text) => Regex.Replace(span.In(text).ToString(), @"\s+", " ");

    static string Unescape(string text) =>
        Regex.Replace(text, @"\\(?:u([0-9A-F]{4})|([nr]))", match => match.Groups[2].Value switch
        {
            "n" => "\n",
            "r" => "\r",
            _ => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        });

    static char Letter(TokenKind kind) => kind switch
    {
        TokenKind.Word => 'w',
        TokenKind.Clitic => 'c',
        TokenKind.Number => 'n',
        TokenKind.Punctuation => 'p',
        TokenKind.QuotationMark => 'q',
        TokenKind.Url => 'u',
        TokenKind.Handle => 'h',
        TokenKind.ListNumber => 'l',
        TokenKind.Symbol => 's',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no letter in the cases"),
    };
}
