using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Learns the word table: classes from plain texts, lemmas and sole parts of speech from treebanks.</summary>
static class WordLearning
{
    const int Vocabulary = 20_000;
    const int Classes = 400;
    const int Groups = 60;
    const int Rounds = 5;

    const int FewestSeen = 5;
    const double Unanimous = 0.99;

    public static WordTable Learn(IEnumerable<string> texts, IReadOnlyList<TaggedSentence> sentences, int threads)
    {
        var bigrams = Bigrams.Count(texts, Vocabulary);
        var classes = WordClasses.Of(bigrams, Classes, Rounds, threads);
        var groups = WordClasses.Of(bigrams, Groups, Rounds, threads);
        var entries = new Dictionary<uint, WordEntry>();
        for (var i = 0; i < bigrams.Words.Length; i++)
        {
            entries[bigrams.Words[i]] = new(
                bigrams.Words[i], 0, (ushort)(classes[i] + 1), (byte)(groups[i] + 1), PartOfSpeech.None);
        }

        Annotate(entries, sentences);
        return new([.. entries.Values]);
    }

    static void Annotate(Dictionary<uint, WordEntry> entries, IReadOnlyList<TaggedSentence> sentences)
    {
        var tokens = sentences.SelectMany(sentence => sentence.Document.Tokens.Select((_, i) =>
            (Form: sentence.Document.Form(i), Tag: sentence.Tags[i], Lemma: sentence.Lemmas[i])));
        foreach (var word in tokens.GroupBy(token => token.Form, StringComparer.Ordinal))
        {
            var hash = FeatureKey.OfForm(word.Key);
            var tag = SoleTag([.. word.Select(token => token.Tag)]);
            var lemma = IrregularLemma(word.Key, word.Where(token => token.Tag.IsVerb()).Select(token => token.Lemma));
            if (tag == PartOfSpeech.None && lemma == 0)
                continue;
            var entry = entries.GetValueOrDefault(hash, new(hash, 0, 0, 0, PartOfSpeech.None));
            entries[hash] = entry with { Tag = tag, Lemma = lemma };
        }
    }

    static PartOfSpeech SoleTag(IReadOnlyCollection<PartOfSpeech> tags)
    {
        var commonest = tags.CountBy(tag => tag).MaxBy(pair => (pair.Value, -(int)pair.Key));
        return tags.Count >= FewestSeen && commonest.Value >= Unanimous * tags.Count ? commonest.Key : PartOfSpeech.None;
    }

    static uint IrregularLemma(string form, IEnumerable<string> lemmas)
    {
        var commonest = lemmas.CountBy(lemma => lemma.ToLowerInvariant(), StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault();
        if (commonest.Key is null)
            return 0;
        var stem = Stemmed(commonest.Key);
        return stem == Stemmed(form) ? 0 : stem;
    }

    static uint Stemmed(string word) => FeatureKey.OfForm(Stem.Of(word, stackalloc char[Stem.Longest]));
}
