using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>"according to X", "in the words of X", "per X": the rest of the sentence is X's.</summary>
static class AccordingTo
{
    static readonly string[][] _openings = [["according", "to"], ["in", "the", "words", "of"], ["in", "the", "view", "of"], ["per"]];

    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        for (var token = 0; token < view.Count; token++)
        {
            if (!view.Is(token, WordClass.Preposition) && !view.Is(token, "according"))
                continue;
            if (view.IsQuoted(token) || Opening(view, token) is not { } cue || cue.End >= view.Count
                || NounPhrases.StartingAt(view, cue.End) is not { } phrase)
                continue;
            var source = token == view.SentenceOf(token).Tokens.First || cue.Count != 2 ? ToComma(view, phrase) : phrase;
            found.TryAdd(source, cue, Content(view, cue, source), Continued(view, cue, source));
        }
    }

    static TokenRange? Opening(TokenView view, int token)
    {
        foreach (var words in _openings)
        {
            var length = 0;
            while (length < words.Length && view.Is(token + length, words[length]))
                length++;
            if (length == words.Length && (length > 1 || view.IsCapitalised(token + 1)))
                return new(token, token + length);
        }

        return null;
    }

    /// <summary>At a sentence's head the comma ends the source: "According to the police, Smith left."</summary>
    static TokenRange ToComma(TokenView view, TokenRange phrase)
    {
        for (var token = phrase.First + 1; token < phrase.End; token++)
        {
            if (view.IsMark(token, ','))
                return new(phrase.First, token);
        }

        return phrase;
    }

    /// <summary>"The region, according to the report, plans a siren": what goes on after the source.</summary>
    static TokenRange Continued(TokenView view, TokenRange cue, TokenRange source)
    {
        var (first, sentence) = (source.End + 1, view.SentenceOf(cue.First).Tokens);
        if (cue.First == sentence.First || !view.IsMark(cue.First - 1, ',') || !view.IsMark(source.End, ',')
            || first >= sentence.End || view.Is(first, WordClass.Coordinator | WordClass.Subordinator))
            return new(source.End, source.End);
        return new(first, Complements.Trimmed(view, first, sentence.End));
    }

    /// <summary>What stands before the cue in its sentence, or, where nothing does, what follows the source.</summary>
    static TokenRange Content(TokenView view, TokenRange cue, TokenRange source)
    {
        var sentence = view.SentenceOf(cue.First).Tokens;
        var before = view.QuotationIndex(cue.First - 1) is var index && index >= 0
            ? Math.Min(sentence.First, view.Document.Quotations[index].Tokens.First) : sentence.First;
        if (cue.First - before > 1)
            return new(before, Complements.Trimmed(view, before, cue.First));
        var after = view.IsMark(source.End, ',') ? source.End + 1 : source.End;
        return new(after, Math.Max(after, Complements.Trimmed(view, after, sentence.End)));
    }
}
