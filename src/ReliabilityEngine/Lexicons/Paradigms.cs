namespace ReliabilityEngine.Lexicons;

/// <summary>The forms of a verb or noun, by spelling (Quirk et al. 1985, 3.3 and 5.79) or as a lexicon lists them.</summary>
sealed class Paradigms(Lexicon irregular)
{
    public const string Mark = "~";
    public const string VerbMark = "~v";
    public const string NounMark = "~n";
    public const string Lexicon = "irregular-forms";

    const string Vowels = "aeiou";

    /// <summary>A part of a phrase without its paradigm's mark.</summary>
    public static string WordOf(string part) =>
        part.EndsWith(VerbMark, StringComparison.Ordinal) || part.EndsWith(NounMark, StringComparison.Ordinal)
            ? part[..^2]
            : part;

    /// <summary>The word itself, then its other forms; a part without a mark stands for itself alone.</summary>
    public IEnumerable<string> FormsOf(string part)
    {
        var word = WordOf(part);
        if (word.Length == part.Length)
            return [word];
        var isVerb = part.EndsWith(VerbMark, StringComparison.Ordinal);
        if (irregular.Find(word) is { } entry && entry.Value(0) == (isVerb ? "verb" : "noun"))
            return entry.Value(1) == "-" ? [word] : entry.Value(1).Split(' ').Prepend(word).Distinct();
        return isVerb ? [word, WithS(word), Past(word), Gerund(word)] : [word, WithS(word)];
    }

    static string WithS(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., var before, 'o'] when !IsVowel(before) => word + "es",
        [.., var before, 'y'] when !IsVowel(before) => word[..^1] + "ies",
        _ => word + "s",
    };

    static string Past(string word) => word switch
    {
        [.., 'e'] => word + "d",
        [.., var before, 'y'] when !IsVowel(before) => word[..^1] + "ied",
        _ => Doubled(word) + "ed",
    };

    static string Gerund(string word) => word switch
    {
        [.., 'i', 'e'] => word[..^2] + "ying",
        [.., 'e' or 'o' or 'y', 'e'] => word + "ing",
        [.., 'e'] => word[..^1] + "ing",
        _ => Doubled(word) + "ing",
    };

    /// <summary>A last single consonant after the only vowel is doubled (slam, slammed).</summary>
    static string Doubled(string word)
    {
        var last = word.AsSpan(word.LastIndexOf('-') + 1);
        return last is [.., var vowel, var consonant] && IsVowel(vowel)
            && !IsVowel(consonant) && consonant is not ('w' or 'x' or 'y')
            && last[..^2].IndexOfAny(Vowels) < 0 && last[..^2].IndexOf('y') < 0
            ? word + consonant
            : word;
    }

    static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);
}
