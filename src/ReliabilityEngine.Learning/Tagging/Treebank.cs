using System.IO.Compression;
using System.Text;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>A sentence of a treebank, cut by the instrument's own tokenizer.</summary>
/// <param name="Tags">One a token.</param>
/// <param name="Lemmas">One a token.</param>
sealed record TaggedSentence(Document Document, PartOfSpeech[] Tags, string[] Lemmas);

/// <summary>Reads treebanks in CoNLL-U (plain or gzip).</summary>
static class Treebank
{
    readonly record struct Word(string Form, string Lemma, string Tag, bool SpaceAfter);

    public static IEnumerable<TaggedSentence> Read(string file)
    {
        using Stream raw = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream);
        var words = new List<Word>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                if (WordOf(line) is { } word)
                    words.Add(word);
            }
            else if (words.Count > 0)
            {
                yield return Align(words);
                words.Clear();
            }
        }
    }

    static Word? WordOf(string line)
    {
        var fields = line.Split('\t');
        return line[0] == '#' || fields.Length < 10 || fields[0].AsSpan().ContainsAny('-', '.')
            ? null
            : new(fields[1], fields[2], fields[4], !fields[9].Contains("SpaceAfter=No", StringComparison.Ordinal));
    }

    static TaggedSentence Align(List<Word> words)
    {
        var text = new StringBuilder();
        var ends = new List<int>();
        foreach (var word in words)
        {
            text.Append(word.Form);
            ends.Add(text.Length);
            if (word.SpaceAfter)
                text.Append(' ');
        }

        var document = Document.Parse(text.ToString());
        var (tags, lemmas) = (new PartOfSpeech[document.Tokens.Length], new string[document.Tokens.Length]);
        for (var i = 0; i < tags.Length; i++)
        {
            var token = document.Tokens[i];
            var word = words[WordOf(ends, token, words)];
            (tags[i], lemmas[i]) = (TagOf(word.Tag), word.Lemma);
        }

        return new(document, tags, lemmas);
    }

    /// <summary>Of several words in one token the last, as in a compound; but <c>n't</c> leaves its verb the say.</summary>
    static int WordOf(List<int> ends, Token token, List<Word> words)
    {
        var last = Math.Min(Math.Max(0, ends.FindIndex(end => end >= token.End)), words.Count - 1);
        var isNegation = words[last].Form is "n't" or "n\u2019t" or "nt";
        return isNegation && last > 0 && ends[last - 1] > token.Start ? last - 1 : last;
    }

    static PartOfSpeech TagOf(string tag) => tag switch
    {
        "NN" => PartOfSpeech.Noun,
        "NNS" => PartOfSpeech.PluralNoun,
        "NNP" or "NNPS" => PartOfSpeech.ProperNoun,
        "VB" => PartOfSpeech.VerbBase,
        "VBP" => PartOfSpeech.VerbPresent,
        "VBZ" => PartOfSpeech.VerbThirdPerson,
        "VBD" => PartOfSpeech.VerbPast,
        "VBN" => PartOfSpeech.VerbPastParticiple,
        "VBG" => PartOfSpeech.VerbGerund,
        "MD" => PartOfSpeech.Modal,
        "JJ" => PartOfSpeech.Adjective,
        "JJR" or "JJS" => PartOfSpeech.AdjectiveCompared,
        "RB" or "RBR" or "RBS" => PartOfSpeech.Adverb,
        "IN" => PartOfSpeech.Preposition,
        "TO" => PartOfSpeech.To,
        "DT" or "PDT" => PartOfSpeech.Determiner,
        "PRP" => PartOfSpeech.Pronoun,
        "PRP$" => PartOfSpeech.PossessivePronoun,
        "WP" or "WP$" => PartOfSpeech.WhPronoun,
        "WDT" => PartOfSpeech.WhDeterminer,
        "WRB" => PartOfSpeech.WhAdverb,
        "CC" => PartOfSpeech.Conjunction,
        "CD" => PartOfSpeech.Number,
        "EX" => PartOfSpeech.Existential,
        "RP" => PartOfSpeech.Particle,
        "POS" => PartOfSpeech.PossessiveEnding,
        "UH" => PartOfSpeech.Interjection,
        "." or "," or ":" or "``" or "''" or "-LRB-" or "-RRB-" or "HYPH" or "NFP" => PartOfSpeech.Punctuation,
        _ => PartOfSpeech.Other,
    };
}
