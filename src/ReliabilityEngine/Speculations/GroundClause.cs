using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>The clause or phrase that a word such as "because", "given" or "if" opens.</summary>
static class GroundClause
{
    static readonly FrozenSet<string> Ends = [";", ":", "—", "–", "--", "(", ")", "then"];

    // These open a clause with a verb; the others may open a mere phrase.
    static readonly FrozenSet<string> Clausal = ["because", "since", "if", "unless", "assuming", "supposing", "provided"];

    public static TokenRange Of(Document document, TokenRange cue)
    {
        var at = new Surroundings(document, cue);
        var end = cue.End;
        var verbs = Clausal.Contains(at.Word) || at[cue.End - 1] == "that" ? 0 : 1;
        while (end < at.Sentence.End && !Ends.Contains(at[end]) && !(at[end] == "," && EndsAt(at, end)))
        {
            // Without a comma the next clause begins with its own subject and verb.
            if (verbs > 0 && Starts(at, end))
                break;
            verbs += Words.Finite.Contains(at[end]) ? 1 : 0;
            end++;
        }

        return new(cue.First, end);
    }

    static bool Starts(in Surroundings at, int token) =>
        at[token] is "it" or "there" or "he" or "she" or "they" or "we" or "i" && Words.Finite.Contains(at[at.SkipAdverbs(token + 1)]);

    // A comma ends an opening clause; later in the sentence it may stand within a list.
    static bool EndsAt(in Surroundings at, int comma) => at.IsFirst
        ? comma > at.Marker.End && at[comma + 1] is not "and" and not "or" && !(OpensPhrase(at) && OpensClause(at[comma + 1]))
        : at[comma + 1] is "and" or "but" or "so" or "which" or "who" || Words.Nominatives.Contains(at[comma + 1]);

    static bool OpensClause(string word) => Words.Nominatives.Contains(word) || Words.Determiners.Contains(word);

    // "Because on its face, it seemed": what stands before the comma is no clause yet.
    static bool OpensPhrase(in Surroundings at) => Clausal.Contains(at.Word) && Words.Prepositions.Contains(at.After());
}
