namespace ReliabilityEngine.Learning.NGrams;

/// <summary>Takes n-grams as they are read.</summary>
interface IGramSink
{
    /// <param name="index">The n-gram's place in its block's table.</param>
    /// <param name="first">Index of its first word in the part.</param>
    /// <param name="last">Index of its last word.</param>
    void Take(int index, int first, int last);
}

/// <summary>Reads the n-grams of a part of an article, in order.</summary>
static class NGramReader
{
    const char WordEnd = ' ';

    public static void Read<TSink>(ReadOnlySpan<MaskedWord> words, NGramBlock block, ref TSink sink)
        where TSink : struct, IGramSink, allows ref struct
    {
        if (block.Unit == GramUnit.Words)
            ReadWords(words, block, ref sink);
        else
            ReadLetters(words, block, ref sink);
    }

    static void ReadWords<TSink>(ReadOnlySpan<MaskedWord> words, NGramBlock block, ref TSink sink)
        where TSink : struct, IGramSink, allows ref struct
    {
        for (var first = 0; first < words.Length; first++)
        {
            var hash = GramHash.Seed;
            var end = Math.Min(words.Length, first + block.Longest);
            for (var last = first; last < end && !words[last].IsBreak; last++)
            {
                hash = GramHash.Add(GramHash.Add(hash, words[last].Form), WordEnd);
                if (last - first + 1 >= block.Shortest)
                    sink.Take(GramHash.Index(hash, block.Bits), first, last);
            }
        }
    }

    static void ReadLetters<TSink>(ReadOnlySpan<MaskedWord> words, NGramBlock block, ref TSink sink)
        where TSink : struct, IGramSink, allows ref struct
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsPlain)
                ReadLettersOf(words[i].Form, i, block, ref sink);
        }
    }

    static void ReadLettersOf<TSink>(string form, int word, NGramBlock block, ref TSink sink)
        where TSink : struct, IGramSink, allows ref struct
    {
        // The word stands between two marks of its ends.
        var length = form.Length + 2;
        for (var first = 0; first <= length - block.Shortest; first++)
        {
            var hash = GramHash.Seed;
            var end = Math.Min(length, first + block.Longest);
            for (var i = first; i < end; i++)
            {
                hash = GramHash.Add(hash, i == 0 || i == length - 1 ? WordEnd : form[i - 1]);
                if (i - first + 1 >= block.Shortest)
                    sink.Take(GramHash.Index(hash, block.Bits), word, word);
            }
        }
    }
}
