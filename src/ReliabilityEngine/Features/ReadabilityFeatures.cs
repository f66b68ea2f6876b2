using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;
using static ReliabilityEngine.Features.Feature;

namespace ReliabilityEngine.Features;

/// <summary>Length of sentences and words, and the formulas made of them.</summary>
static class ReadabilityFeatures
{
    const FeatureGroup Group = FeatureGroup.Readability;

    public static IEnumerable<Feature> All =>
    [
        Measure(Group, "words_per_sentence", "Mean length of the sentences.", "words", WordsPerSentence),
        Measure(Group, "sentence_length_deviation", "Standard deviation of the sentences' length.", "words", SentenceLengthDeviation),
        Measure(Group, "letters_per_word", "Mean length of the words.", "letters", LettersPerWord),
        Measure(Group, "syllables_per_word", "Mean number of syllables of the words.", "syllables", SyllablesPerWord),
        Share(Group, "long_words_share", "Words of seven letters or more (Björnsson 1968).",
            LongWords, a => a.Body.Words),
        Measure(Group, "flesch_kincaid_grade", "0.39 words per sentence + 11.8 syllables per word − 15.59 (Kincaid et al. 1975).",
            "school grade", a => a.Body.Words == 0 ? 0 : 0.39 * WordsPerSentence(a) + 11.8 * SyllablesPerWord(a) - 15.59),
        Measure(Group, "coleman_liau_index", "0.0588 letters − 0.296 sentences, each per 100 words, − 15.8 (Coleman and Liau 1975).",
            "school grade", a => a.Body.Words == 0 ? 0 : 5.88 * LettersPerWord(a) - 29.6 * Ratio(a.Body.Sentences.Length, a.Body.Words) - 15.8),
    ];

    static List<TextSpan> LongWords(ArticleAnalysis a)
    {
        var words = new List<TextSpan>();
        foreach (var token in a.Body.Tokens(TokenKind.Word))
        {
            if (token.Length >= 7)
                words.Add(token.Span);
        }

        return words;
    }

    static double WordsPerSentence(ArticleAnalysis a) => Ratio(a.Body.Words, a.Body.Sentences.Length);

    static double SentenceLengthDeviation(ArticleAnalysis a)
    {
        var lengths = a.Body.Sentences.Select(a.Body.WordsIn).ToList();
        if (lengths.Count == 0)
            return 0;
        var mean = lengths.Average();
        return Math.Sqrt(lengths.Average(n => (n - mean) * (n - mean)));
    }

    static double LettersPerWord(ArticleAnalysis a)
    {
        var letters = 0;
        foreach (var token in a.Body.Tokens(TokenKind.Word))
            letters += token.Length;
        return Ratio(letters, a.Body.Words);
    }

    static double SyllablesPerWord(ArticleAnalysis a)
    {
        var times = new int[a.Document.Forms.Length];
        foreach (var token in a.Body.Tokens(TokenKind.Word))
            times[token.Form]++;
        var syllables = 0;
        for (var form = 0; form < times.Length; form++)
            syllables += times[form] > 0 ? times[form] * Syllables.In(a.Document.Forms[form]) : 0;
        return Ratio(syllables, a.Body.Words);
    }
}
