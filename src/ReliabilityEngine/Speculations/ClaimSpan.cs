using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>The clause that a marker speaks of.</summary>
static class ClaimSpan
{
    static readonly FrozenSet<string> Breaks = [";", ":", "—", "–", "--", "(", ")", "“", "”", "\"", "…", "..."];

    static readonly FrozenSet<string> Openers =
    [
        "and", "but", "or", "so", "yet", "nor", "which", "who", "whose", "where", "because", "while", "although", "though", "whereas", "if", "unless", "when",
        "since", "as", "until", "after", "before", "given", "thus", "meaning", "then",
    ];

    static readonly FrozenSet<string> Subordinators = ["because", "although", "though", "whereas", "unless", "while"];

    /// <summary>The tokens of the marker's clause, which holds the marker whole.</summary>
    public static TokenRange Of(Document document, TokenRange marker)
    {
        var sentence = new Surroundings(document, marker);
        var first = marker.First;
        while (first > sentence.Sentence.First && !Parts(sentence, first))
            first--;
        var end = marker.End;
        while (end < sentence.Sentence.End && !Parts(sentence, end))
            end++;
        return new(first, end);
    }

    static readonly FrozenSet<string> Opening = ["because", "since", "if", "although", "though", "while", "unless", "when"];

    // "Because he may have lied, she may have": the second begins after the comma.
    static bool OpensWithClause(in Surroundings at, int token) =>
        Opening.Contains(at[at.Sentence.First]) && (Words.Nominatives.Contains(at[token]) || Words.Determiners.Contains(at[token]));

    // Whether a clause ends before a token and another begins with it.
    static bool Parts(in Surroundings at, int token) =>
        Breaks.Contains(at[token - 1]) || Breaks.Contains(at[token])
            || at[token - 1] == "," && Openers.Contains(at[token])
            || at[token - 1] == "," && OpensWithClause(at, token)
            || Subordinators.Contains(at[token])
            || at[token] is "but" or "and" && Words.Nominatives.Contains(at[token + 1]);
}
