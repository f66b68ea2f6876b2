using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>"X's claim that", "a statement from X that", "the view of X that".</summary>
static class NominalCues
{
    public static void Find(TokenView view, ImmutableArray<ReportClause> clauses, Ascriptions found)
    {
        for (var that = 1; that < view.Count; that++)
        {
            if (!view.Is(that, "that") || view.IsQuoted(that) || found.IsTaken(that))
                continue;
            if ((Possessed(view, that) ?? Given(view, that)) is var (source, cue))
                found.TryAdd(source, cue, new TokenRange(that, End(view, that)));
        }
    }

    /// <summary>"Smith's claim that".</summary>
    static (TokenRange Source, TokenRange Cue)? Possessed(TokenView view, int that)
    {
        if (!view.Is(that - 1, WordClass.SpeechNoun))
            return null;
        for (var token = that - 2; token >= Math.Max(view.SentenceOf(that).Tokens.First, that - 5); token--)
        {
            if (view.Is(token, WordClass.Possessive))
                return (new(token, token + 1), new(token + 1, that));
            if (view.IsPossessive(token) && NounPhrases.EndingAt(view, token) is { } owner)
                return (new(owner.First, token), new(token, that));
        }

        return null;
    }

    /// <summary>"a statement from Smith that".</summary>
    static (TokenRange Source, TokenRange Cue)? Given(TokenView view, int that)
    {
        for (var token = that - 1; token >= Math.Max(view.SentenceOf(that).Tokens.First, that - 12); token--)
        {
            if (!view.Is(token, "from") && !view.Is(token, "by") && !view.Is(token, "of"))
                continue;
            if (!view.Is(token - 1, WordClass.SpeechNoun) || that - token < 2)
                return null;
            return (new(token + 1, that), new(token - 1, token + 1));
        }

        return null;
    }

    static int End(TokenView view, int that) => Complements.Trimmed(view, that, view.SentenceOf(that).Tokens.End);
}
