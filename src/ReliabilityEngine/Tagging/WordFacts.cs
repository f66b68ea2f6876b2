namespace ReliabilityEngine.Tagging;

/// <summary>What the taggers see of a word form, whatever the token it stands in.</summary>
readonly record struct WordFacts(uint Word, uint Lemma, uint Suffix, uint Prefix, ushort Cluster, byte Group, PartOfSpeech Tag)
{
    const int SuffixLength = 3;
    const int PrefixLength = 4;

    public static WordFacts Of(string form, WordTable words)
    {
        var word = FeatureKey.OfForm(form);
        var entry = words.Find(word);
        return new(
            word,
            entry.Lemma != 0 ? entry.Lemma : FeatureKey.OfForm(Stem.Of(form, stackalloc char[Stem.Longest])),
            FeatureKey.OfForm(form.AsSpan(Math.Max(0, form.Length - SuffixLength))),
            FeatureKey.OfForm(form.AsSpan(0, Math.Min(form.Length, PrefixLength))),
            entry.Cluster,
            entry.Group,
            entry.Tag);
    }
}

/// <summary>Takes off the endings of verbs and plurals, roughly: enough to let forms of one word share their weights.</summary>
static class Stem
{
    public const int Longest = 32;

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> form, Span<char> buffer)
    {
        var length = Math.Min(form.Length, Longest);
        form[..length].CopyTo(buffer);
        length = WithoutEnding(buffer, length);
        if (length > 3 && buffer[length - 1] == 'e')
            length--;
        if (length > 3 && buffer[length - 1] == 'y')
            buffer[length - 1] = 'i';
        return buffer[..length];
    }

    static int WithoutEnding(ReadOnlySpan<char> form, int length)
    {
        if (length <= 4)
            return length;
        if (form[length - 1] == 's')
            return form[length - 2] is 's' or 'u' or 'i' ? length : WithoutPlural(form, length - 1);
        if (form[..length].EndsWith("ed"))
            return WithoutDoubling(form, length - 2);
        return length > 5 && form[..length].EndsWith("ing") ? WithoutDoubling(form, length - 3) : length;
    }

    static int WithoutPlural(ReadOnlySpan<char> form, int length) =>
        length > 4 && form[length - 1] == 'e' && form[length - 2] is 'i' or 'h' or 's' or 'x' ? length - 1 : length;

    static int WithoutDoubling(ReadOnlySpan<char> form, int length) =>
        form[length - 1] == form[length - 2] && form[length - 1] is not ('l' or 's') ? length - 1 : length;
}
