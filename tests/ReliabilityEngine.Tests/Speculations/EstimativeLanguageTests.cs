using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Speculations;

public sealed class EstimativeLanguageTests
{
    [Theory]
    [InlineData("The dam is likely to hold. The bridge will very likely close. The road is probably safe.", "probably")]
    [InlineData("The dam is likely to hold. It is almost certain that the bridge will close.", "")]
    [InlineData("The dam will probably hold. The poll asked likely voters.", "")]
    [InlineData("The dam will hold.", "")]
    public void Terms_of_the_other_row_stand_out(string text, string mixed)
    {
        var (document, cues, speculations) = Read(text);
        var spans = EstimativeLanguage.MixedTerms(cues, speculations);
        Assert.Equal(mixed, string.Join(", ", spans.Select(span => span.In(document.Text).ToString())));
    }

    [Theory]
    [InlineData("We judge with high confidence that the dam will probably hold.", "with high confidence")]
    [InlineData("We have high confidence in this reading. The dam will probably hold.", "")]
    [InlineData("We have high confidence that the dam may hold.", "")]
    public void Confidence_and_likelihood_do_not_share_a_sentence(string text, string mixed)
    {
        var (document, cues, speculations) = Read(text);
        var spans = EstimativeLanguage.ConfidenceBesideLikelihood(document, cues, speculations);
        Assert.Equal(mixed, string.Join(", ", spans.Select(span => span.In(document.Text).ToString())));
    }

    static (Document, System.Collections.Immutable.ImmutableArray<CueMatch>, System.Collections.Immutable.ImmutableArray<Speculation>) Read(string text)
    {
        var document = Document.Parse(text);
        var cues = CueMatcher.BuiltIn.Match(document);
        return (document, cues, SpeculationFinder.Find(document, cues, []).Speculations);
    }
}
