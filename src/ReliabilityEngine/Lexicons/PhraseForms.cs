using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>Writes an entry's phrase out as the sequences of tokens that it stands for.</summary>
static class PhraseForms
{
    /// <summary>Each form of the phrase, cut as the tokenizer cuts.</summary>
    public static IEnumerable<string[]> Of(LexiconEntry entry, Paradigms paradigms)
    {
        var parts = entry.Phrase.Split(' ');
        var inflected = entry.Phrase.Contains(Paradigms.Mark, StringComparison.Ordinal)
            ? Array.FindIndex(parts, part => part.Contains(Paradigms.Mark, StringComparison.Ordinal))
            : -1;
        if (inflected < 0)
        {
            yield return Cut(parts);
            yield break;
        }

        foreach (var form in paradigms.FormsOf(parts[inflected]))
        {
            string[] phrase = [.. parts];
            phrase[inflected] = form;
            yield return Cut(phrase);
        }
    }

    static string[] Cut(string[] parts) =>
        Array.Exists(parts, part => part.Contains('\'')) ? [.. parts.SelectMany(CutEnding)] : parts;

    static IEnumerable<string> CutEnding(string part)
    {
        var at = part.LastIndexOf('\'');
        var isEnding = at > 0 && (at == part.Length - 1 || WordPattern.CliticEnd(part, at) == part.Length);
        return isEnding ? [part[..at], part[at..]] : [part];
    }
}
