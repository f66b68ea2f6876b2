using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Learning.WhatIf.Changes;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What a writer can do about words in the author's own voice.</summary>
static class WordingChanges
{
    static readonly string[] Bearing = ["never", "not", "no", "nothing", "should", "must", "ought"];

    public static IEnumerable<Change> All =>
    [
        new("leave-out-boosters", n => $"leaving out {The(n, "word that insists", "words that insist")}", a => Words(a, "boosters", kind => kind == "adverb")),
        new("leave-out-intensifiers", n => $"leaving out {The(n, "intensifier", "intensifiers")}", a => Words(a, "intensifiers")),
        new("leave-out-loaded-words", n => $"leaving out {The(n, "loaded word", "loaded words")}", a => Words(a, "loaded")),
        new("leave-out-sensational-words", n => $"leaving out {The(n, "piece of sensational wording", "pieces of sensational wording")}", a => Words(a, "sensational")),
        new("leave-out-subjective-words", n => $"leaving out {The(n, "subjective word", "subjective words")}", a => Words(a, "subjective")),
        new("leave-out-hidden-plots", n => $"leaving out {The(n, "sentence that words a hidden plot", "sentences that word a hidden plot")}", a => Sentences(a, a.AuthorCues("conspiratorial"))),
        new("leave-out-questions", n => $"leaving out {The(n, "question that the author asks", "questions that the author asks")}", a => Sentences(a, a.AuthorForms("?"))),
        new("end-with-full-stops", n => $"a full stop for {The(n, "exclamation mark", "exclamation marks")}", a => a.AuthorForms("!").Select(span => TextEdit.Replace(span, "."))),
        new("leave-out-scare-quotes", n => $"no quotation marks around {The(n, "phrase that is ascribed to nobody", "phrases that are ascribed to nobody")}",
            a => a.ScareQuotes.Where(span => span.Length > 2).Select(span => TextEdit.Replace(span, a.Article.Text[(span.Start + 1)..(span.End - 1)]))),
    ];

    static IEnumerable<TextEdit> Words(ArticleAnalysis a, string lexicon, Func<string, bool>? kind = null) =>
        a.CuesOf(lexicon).Where(cue => (kind is null || kind(cue.Value)) && a.Voices.At(cue.Span) == Voice.Author && CanGo(cue.Span.In(a.Article.Text)))
            .Select(cue => TextEdit.LeaveOut(a.Article.Text, cue.Span));

    /// <summary>Without its negation or its duty a sentence would say something else.</summary>
    static bool CanGo(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            if (Bearing.Contains(words[range].ToString(), StringComparer.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    static IEnumerable<TextEdit> Sentences(ArticleAnalysis a, IEnumerable<TextSpan> places) =>
        places.Select(a.Document.SentenceAt).Distinct().Order()
            .Select(sentence => a.Document.Sentences[sentence].Span).Where(a.CitesNobody)
            .Select(sentence => TextEdit.LeaveOutSentence(a.Article.Text, sentence));
}
