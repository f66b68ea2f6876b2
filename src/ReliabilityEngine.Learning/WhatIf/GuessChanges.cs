using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Learning.WhatIf.Changes;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What a writer can do about guesses.</summary>
static class GuessChanges
{
    public static IEnumerable<Change> All =>
    [
        new("leave-out-chained-guesses", n => $"leaving out {The(n, "guess that rests on another guess", "guesses that rest on other guesses")}", a => LeaveOut(a, Inferred(a))),
        new("leave-out-ungrounded-guesses", n => $"leaving out {The(n, "sentence that guesses without a ground", "sentences that guess without a ground")}", a => LeaveOut(a, Ungrounded(a))),
        new("attribute-guesses", n => $"saying who holds {The(n, "guess that the author makes", "guesses that the author makes")}", Attribute),
        new("leave-out-hearsay", n => $"leaving out {The(n, "word such as “reportedly”", "words such as “reportedly”")}",
            a => a.CuesOf("hearsay").Where(cue => cue.Value is "adverb" or "adjective" && a.Voices.At(cue.Span) == Voice.Author)
                .Select(cue => TextEdit.LeaveOut(a.Article.Text, cue.Span))),
    ];

    static IEnumerable<Speculation> Authors(ArticleAnalysis a) => a.Speculations.Where(x => x.Voice == Voice.Author && a.Body.Contains(x.Marker));

    static IEnumerable<Speculation> Ungrounded(ArticleAnalysis a)
    {
        var chained = a.Chains.SelectMany(chain => chain.Steps).Select(step => a.Speculations[step]).ToHashSet();
        return Authors(a).Where(x => !chained.Contains(x) && !a.Links.Any(link => link.Conclusion.Contains(x.Marker)));
    }

    static IEnumerable<Speculation> Inferred(ArticleAnalysis a) =>
        a.Chains.SelectMany(chain => chain.Steps.Skip(1)).Distinct().Select(step => a.Speculations[step]).Where(x => x.Voice == Voice.Author);

    static IEnumerable<TextEdit> LeaveOut(ArticleAnalysis a, IEnumerable<Speculation> guesses) =>
        Sentences(a, guesses).Where(a.CitesNobody).Select(sentence => TextEdit.LeaveOutSentence(a.Article.Text, sentence));

    static IEnumerable<TextEdit> Attribute(ArticleAnalysis a) =>
        Sentences(a, Authors(a)).Select(sentence => SourceChanges.Attribute(a, sentence)).OfType<TextEdit>();

    static IEnumerable<TextSpan> Sentences(ArticleAnalysis a, IEnumerable<Speculation> guesses) =>
        guesses.Select(guess => guess.Sentence).Distinct().Order().Select(sentence => a.Document.Sentences[sentence].Span);
}
