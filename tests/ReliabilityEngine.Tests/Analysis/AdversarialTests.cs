using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Tests.Attributions;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Analysis;

/// <summary>Words that look like what they are not, read by the whole pipeline with its weights.</summary>
public sealed class AdversarialTests
{
    const string None = "-";

    public static TheoryData<string[]> Guesses => Read("adversarial-cues.tsv");

    public static TheoryData<string[]> Sources => Read("adversarial-sources.tsv");

    public static TheoryData<string[]> Voices => Read("voices.tsv");

    [Theory, MemberData(nameof(Guesses))]
    public void Only_these_words_hedge_press_or_guess(string[] row)
    {
        var analysis = ArticleAnalyzer.Analyze(new() { Id = "case", Text = row[0] });
        var found = analysis.Hedges.Concat(analysis.Boosters).Select(cue => (cue.Cue.Span, cue.Voice))
            .Concat(analysis.Speculations.Select(speculation => (Span: speculation.Marker, speculation.Voice)))
            .OrderBy(pair => pair.Span).Select(pair => $"{pair.Span.In(row[0])}={Kebab.Of(pair.Voice)}").Distinct();
        Assert.Equal($"{row[1]} ({row[^1]})", $"{Joined(found)} ({row[^1]})");
    }

    [Theory, MemberData(nameof(Sources))]
    public void Only_these_are_unnamed_and_described_so(string[] row)
    {
        var analysis = ArticleAnalyzer.Analyze(new() { Id = "case", Text = row[0] });
        var found = analysis.Attributions.Where(attribution => attribution.Anonymity is not null).Select(Described);
        Assert.Equal($"{row[1]} ({row[^1]})", $"{Joined(found)} ({row[^1]})");

        string Described(Attribution attribution) => string.Join(", ",
            Words(attribution.Source), Kebab.Of(attribution.Anonymity!.Specificity), Words(attribution.Anonymity.Basis),
            Kebab.Of(attribution.Anonymity.Reason), Words(attribution.Anonymity.ReasonSpan));

        string Words(TextSpan? span) => span is { } words ? words.In(row[0]).ToString() : None;
    }

    [Theory, MemberData(nameof(Voices))]
    public void These_say_so_and_nobody_else(string[] row)
    {
        var text = row[0].Replace("\\n", "\n", StringComparison.Ordinal);
        var found = ArticleAnalyzer.Analyze(new() { Id = "case", Text = text }).Attributions.Select(attribution => string.Join(" = ",
            attribution.Source?.In(text).ToString() ?? None, Kebab.Of(attribution.Kind),
            string.Join(" … ", attribution.Content.Select(piece => piece.In(text).ToString().Replace("\n", "\\n", StringComparison.Ordinal)))));
        Assert.Equal($"{row[1]} ({row[^1]})", $"{Joined(found)} ({row[^1]})");
    }

    static string Joined(IEnumerable<string> found) => string.Join("; ", found) is { Length: > 0 } all ? all : None;

    static TheoryData<string[]> Read(string file) => Cases.Read("tests", "ReliabilityEngine.Tests", "Analysis", "Cases", file);
}
