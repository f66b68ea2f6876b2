using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>Writes an entry's phrase out as the sequences of tokens that it stands for.</summary>
static class PhraseForms
{
    /// <summary>Each form of the phrase, cut as the tokenizer cuts.</summary>
    public static IEnumerable<string[]> Of(LexiconEntry entry, Paradigms paradigms)
    {
        var parts = entry.Phrase.Split(' ');
        var inflected = Array.FindIndex(parts, part => part.Contains(Paradigms.Mark, StringComparison.Ordinal));
        if (inflected < 0)
            return [Cut(parts)];
        return paradigms.FormsOf(parts[inflected]).Select(form =>
        {
            var phrase = parts.ToArray();
            phrase[inflected] = form;
            return Cut(phrase);
        });
    }

    static string[] Cut(string[] parts) => [.. parts.SelectMany(CutEnding)];

    static IEnumerable<string> CutEnding(string part)
    {
        var at = part.LastIndexOf('\'');
        var isEnding = at > 0 && (at == part.Length - 1 || WordPattern.CliticEnd(part, at) == part.Length);
        return isEnding ? [part[..at], part[at..]] : [part];
    }
}
