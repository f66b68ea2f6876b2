namespace ReliabilityEngine.Features;

/// <summary>Estimates the syllables of an English word: its groups of vowels, less a silent final e, at least one.</summary>
static class Syllables
{
    public static int In(string word)
    {
        var (count, inVowels) = (0, false);
        foreach (var letter in word)
        {
            var vowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            if (vowel && !inVowels)
                count++;
            inVowels = vowel;
        }

        return Math.Max(1, EndsSilently(word) ? count - 1 : count);
    }

    static bool EndsSilently(string word) => word switch
    {
        [.., 'l', 'e'] => word.Length > 2 && word[^3] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y',
        [.., 'e', 'd'] => word.Length > 2 && word[^3] is not ('t' or 'd'),
        [.., 'e'] => true,
        _ => false,
    };
}
