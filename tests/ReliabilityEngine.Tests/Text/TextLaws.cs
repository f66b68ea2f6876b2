using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Text;

/// <summary>What holds for every text, however odd.</summary>
public sealed class TextLaws
{
    static readonly string[] Pieces =
    [
        "a", "The", " ", "  ", "\n", "\r\n", "\n\n", ".", ",", "?", "!", "...", "\"", "''", "``", "'", "“", "”", "‘", "’", "«", "»",
        "„", "(", ")", "[", "]", "[W]e", "1", "9.", "(7)", "3.4%", "$", "U.S.", "Gen.", "said", "s' ", "'s", "n't", "-", "—", "@a", "#b",
        "http://x.y/z", "a@b.cd", "😀", "\uD83D", "\uDE00", "e\u0301", "\u0301", "\0", "\u00A0", "\u200B", "\uFEFF", "\u00AD", "中文", "\u2028",
    ];

    static readonly string[] Units =
    [
        "(", "[", "[a", "\"", "'", "''", "“", "”", "‘", "’", "«»", "„", "said ", "a.", "a-", "a'", "1.", "1,", "http://", "http://)", "a@", "a.b@",
        "@", "#", "\n", "\"a\n\n", "“‘", "‘s' ", "“«‹„‘\"", ". ", "? ", "A.B", ".com", "&A", "'s", "s' ", "1'", "Mr. ", "No. ", "😀", "\u0301", "\uD800", "\0",
    ];

    static readonly Document[] Documents = [.. Samples().Concat(Odd()).Select(Document.Parse)];

    public static TheoryData<string> Repeated => [.. Units];

    [Fact]
    public void There_are_samples() => Assert.NotEmpty(Samples());

    [Fact]
    public void Tokens_are_ordered_disjoint_and_hold_every_visible_character() => Assert.All(Documents, document =>
    {
        var end = 0;
        foreach (var token in document.Tokens)
        {
            Assert.True(token.Start >= end && token.End > token.Start && token.End <= document.Text.Length);
            Assert.True(IsBlank(document.Text.AsSpan(end, token.Start - end)));
            end = token.End;
        }

        Assert.True(IsBlank(document.Text.AsSpan(end)));
    });

    [Fact]
    public void Forms_are_distinct_and_all_in_use() => Assert.All(Documents, document =>
    {
        Assert.Equal(document.Forms.Length, document.Forms.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Enumerable.Range(0, document.Forms.Length), document.Tokens.Select(token => token.Form).Distinct());
    });

    [Fact]
    public void Sentences_and_paragraphs_hold_every_token_once() => Assert.All(Documents, document =>
    {
        var (token, sentence) = (0, 0);
        foreach (var paragraph in document.Paragraphs)
        {
            Assert.Equal((token, sentence), (paragraph.Tokens.First, paragraph.Sentences.Start.Value));
            foreach (var part in document.Sentences[paragraph.Sentences])
            {
                Assert.Equal(token, part.Tokens.First);
                Assert.True(part.Tokens.Count > 0);
                Assert.Equal(document.SpanOf(part.Tokens), part.Span);
                Assert.All(Enumerable.Range(part.Tokens.First, part.Tokens.Count), index => Assert.Equal(sentence, document.SentenceAt(index)));
                (token, sentence) = (part.Tokens.End, sentence + 1);
            }

            Assert.Equal(token, paragraph.Tokens.End);
        }

        Assert.Equal((document.Tokens.Length, document.Sentences.Length), (token, sentence));
    });

    [Fact]
    public void Quotations_nest() => Assert.All(Documents, document =>
    {
        var open = new Stack<Quotation>();
        foreach (var quotation in document.Quotations)
        {
            while (open.TryPeek(out var before) && before.Tokens.End <= quotation.Tokens.First)
                open.Pop();
            Assert.True(!open.TryPeek(out var outer) || outer.Tokens.Contains(quotation.Tokens));
            Assert.Equal(open.Count, quotation.Depth);
            Assert.Equal(document.SpanOf(quotation.Tokens), quotation.Span);
            Assert.Equal(TokenKind.QuotationMark, document.Tokens[quotation.Tokens.First].Kind);
            Assert.Equal(TokenKind.QuotationMark, document.Tokens[quotation.Tokens.End - 1].Kind);
            open.Push(quotation);
        }
    });

    [Fact]
    public void A_token_lies_in_the_quotation_it_names() => Assert.All(Documents, document =>
    {
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var innermost = document.QuotationAt(i);
            Assert.Equal(innermost >= 0, document.Quotations.Any(quotation => quotation.Tokens.Contains(i)));
            if (innermost >= 0)
                Assert.True(document.Quotations[innermost].Tokens.Contains(i));
        }
    });

    /// <summary>A pass that looks back or ahead over and over would take hours.</summary>
    [Theory, MemberData(nameof(Repeated))]
    public void A_hostile_megabyte_is_read(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        // Not timed: what is quadratic in a megabyte does not come back at all.
        Assert.Equal(unit.All(Characters.IsBlank), Document.Parse(text).Tokens.IsEmpty);
    }

    [Theory]
    [InlineData("“", "”", 1)]
    [InlineData("“a ", "b”", 1)]
    [InlineData("«", "»", 1)]
    [InlineData("(", ")", 0)]
    [InlineData("‘“", "”’", 2)]
    public void A_deep_nest_is_read(string open, string close, int quotations)
    {
        const int Depth = 200_000;
        var text = string.Concat(Enumerable.Repeat(open, Depth).Append("a").Concat(Enumerable.Repeat(close, Depth)));
        Assert.Equal(quotations * Depth, Document.Parse(text).Quotations.Length);
    }

    static bool IsBlank(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (!Characters.IsBlank(c))
                return false;
        }

        return true;
    }

    static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Repository.PathOf("data", "samples")).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    static IEnumerable<string> Odd()
    {
        var random = new Random(20260101);
        return ["", " ", .. Enumerable.Range(0, 300).Select(length => string.Concat(random.GetItems(Pieces, length % 60)))];
    }
}
