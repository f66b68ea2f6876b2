namespace ReliabilityEngine.Tagging;

/// <summary>What tells the part of speech of a token: itself, its endings, its neighbours, the tags already given.</summary>
static class PartOfSpeechFeatures
{
    public const int Most = 24;

    const uint Template = 100;

    /// <summary>Writes the keys for a row and returns their number.</summary>
    public static int Write(ReadOnlySpan<TokenRow> rows, int at, Span<uint> keys)
    {
        ref readonly var token = ref rows[at];
        ref readonly var before = ref rows[at - 1];
        ref readonly var after = ref rows[at + 1];
        uint last = (uint)TagBefore(rows, at, 1), lastTwo = (last * 32) + (uint)TagBefore(rows, at, 2);
        var starts = before.Sentence != token.Sentence ? 1u : 0u;
        var list = new FeatureList(keys, Template);
        list.Add(token.Word);
        list.Add(token.Suffix);
        list.Add(token.Prefix);
        list.Add(((uint)token.Shape * 2) + starts);
        list.Add(token.Cluster);
        list.Add(last);
        list.Add(lastTwo);
        list.Add(token.Word, last);
        list.Add(token.Suffix, last);
        list.Add(token.Cluster, last);
        list.Add(before.Word);
        list.Add(after.Word);
        list.Add(rows[at - 2].Word);
        list.Add(rows[at + 2].Word);
        list.Add(before.Suffix);
        list.Add(after.Suffix);
        list.Add(before.Cluster);
        list.Add(after.Cluster);
        list.Add(token.Word, after.Word);
        list.Add(token.Word, after.Cluster);
        list.Add(last, after.Cluster);
        return list.Count;
    }

    static PartOfSpeech TagBefore(ReadOnlySpan<TokenRow> rows, int at, int distance) =>
        rows[at - distance].Sentence == rows[at].Sentence ? rows[at - distance].Tag : PartOfSpeech.None;
}
