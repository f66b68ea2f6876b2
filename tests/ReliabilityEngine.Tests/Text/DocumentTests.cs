using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Text;

public sealed class DocumentTests
{
    const string Speech = "“We went.\r\n\r\n“We ‘came’ back,” he said. The voters' rights stand.";

    readonly Document _document = Document.Parse(Speech);

    [Fact]
    public void A_speech_over_paragraphs_is_one_quotation_with_the_inner_one_in_it() =>
        Assert.Equal(
            [("“We went.\r\n\r\n“We ‘came’ back,”", 0), ("‘came’", 1)],
            _document.Quotations.Select(quotation => (quotation.Span.In(Speech).ToString(), quotation.Depth)));

    [Fact]
    public void A_token_knows_its_sentence_and_its_innermost_quotation()
    {
        var came = _document.TokenAt(Speech.IndexOf("came", StringComparison.Ordinal));
        Assert.Equal("came", _document.Form(came));
        Assert.Equal(1, _document.SentenceAt(came));
        Assert.Equal(1, _document.QuotationAt(came));
        Assert.False(_document.IsQuoted(_document.Tokens.Length - 1));
    }

    [Fact]
    public void A_span_gives_back_the_tokens_it_overlaps()
    {
        var sentence = _document.Sentences[^1];
        Assert.Equal(sentence.Tokens, _document.TokensAt(sentence.Span));
        Assert.Equal(sentence.Span, _document.SpanOf(sentence.Tokens));
        Assert.Equal(_document.Sentences.Length - 1, _document.SentenceAt(sentence.Span));
    }
}
