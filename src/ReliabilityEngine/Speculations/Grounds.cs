using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Where the ground of a conclusion stands when it stands in other sentences.</summary>
sealed class Grounds(Document document, Func<int, bool> isSpeculative)
{
    static readonly FrozenSet<string> Continuing = ["and", "also", "moreover", "furthermore", "but", "this", "these", "that", "such", "in", "it", "they"];

    /// <summary>The sentences that an argument rests on when the next begins with "so" or "therefore".</summary>
    public IEnumerable<int> Before(int sentence)
    {
        var nearest = Nearest(sentence);
        if (nearest < 0)
            yield break;
        yield return nearest;
        var further = Nearest(nearest);
        if (further >= 0 && (IsContinuing(nearest) || isSpeculative(further) || IsInParagraph(further, sentence)))
            yield return further;
    }

    /// <summary>The sentence that "this" points back to.</summary>
    public IEnumerable<int> Named(int sentence, TokenRange cue)
    {
        var nearest = Nearest(sentence);
        if (nearest < 0)
            yield break;
        yield return nearest;
        var further = Nearest(nearest);
        if (further >= 0 && (NamesSeveral(cue) || (!isSpeculative(nearest) && isSpeculative(further) && IsInParagraph(further, sentence))))
            yield return further;
    }

    bool NamesSeveral(TokenRange cue)
    {
        for (var token = cue.First; token < cue.End; token++)
        {
            if (Several.Contains(document.Form(token)))
                return true;
        }

        return false;
    }

    bool IsInParagraph(int sentence, int other) => document.Sentences[sentence].Paragraph == document.Sentences[other].Paragraph;

    /// <summary>What a closing sentence sums up: the guesses just before it, four at most, or else the sentence before.</summary>
    public IEnumerable<int> Summed(int sentence, TokenRange cue)
    {
        var guesses = Enumerable.Range(1, 8).Select(back => sentence - back).Where(at => at >= 0 && isSpeculative(at)).Take(4).ToList();
        return guesses.Count > 0 ? guesses : Named(sentence, cue);
    }

    // A bare number of a point is no ground.
    int Nearest(int sentence)
    {
        var before = sentence - 1;
        while (before >= 0 && before >= sentence - 3 && IsAside(before))
            before--;
        return before >= 0 && document.Sentences[before].Paragraph >= document.Sentences[sentence].Paragraph - 2 ? before : -1;
    }

    bool IsAside(int sentence)
    {
        var tokens = document.Sentences[sentence].Tokens;
        return WordCount(tokens) < 3 || document.Form(tokens.First) == "(";
    }

    int WordCount(TokenRange tokens)
    {
        var count = 0;
        for (var token = tokens.First; token < tokens.End; token++)
            count += document.Tokens[token].Kind == TokenKind.Word ? 1 : 0;
        return count;
    }

    static readonly FrozenSet<string> Several = ["these", "those", "all", "both", "together", "reasons", "facts", "points", "sequence"];

    bool IsContinuing(int sentence) => Continuing.Contains(document.Form(document.Sentences[sentence].Tokens.First));
}
