using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>"He was accused of fraud by rivals": to whom something is done is no source of it; who does it stands after "by".</summary>
static class TaggedPassives
{
    const int Reach = 20;

    /// <summary>"worried", "determined": what the lexicon of attitudes lists with its "be", and without a "to" after it.</summary>
    static readonly FrozenSet<string> StatesOfMind = LexiconLibrary.BuiltIn["attitude-verbs"].Entries
        .Select(entry => entry.Phrase.Split(' '))
        .Where(words => words is ["<be>", _])
        .Select(words => words[1])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What the taggers found, its source set right where the cue is a passive; null where nothing is to be done.</summary>
    public static Ascription? Read(TokenView view, TaggedAttribution tagged)
    {
        if (tagged.Source is not { } sufferer || sufferer.End > tagged.Cue.First || !IsPassive(view, tagged.Cue))
            return null;
        var agent = Agent(view, tagged.Cue.End);
        ImmutableArray<TokenRange> content = [.. tagged.Content.Select(piece => Before(piece, agent)).Where(piece => piece.Count > 0)];
        if (!view.Is(sufferer.End - 1, WordClass.Relative) && !view.Is(sufferer.First, "it") && !content.IsEmpty)
            content = content.Insert(0, sufferer);
        return content.IsEmpty ? null : new(agent, tagged.Cue, content, tagged.Probability);
    }

    /// <summary>A participle after "be" that is no state of mind.</summary>
    static bool IsPassive(TokenView view, TokenRange cue)
    {
        for (var token = cue.First; token < cue.End - 1; token++)
        {
            if (!view.Is(token, WordClass.Be) || view.Is(token + 1, WordClass.Be))
                continue;
            var verb = token + 1;
            while (verb < cue.End && (view.Is(verb, WordClass.Adverb) || view.Is(verb, "not")))
                verb++;
            return verb < cue.End && IsParticiple(view, verb) && !StatesOfMind.Contains(view.Document.Form(verb))
                && !view.Is(cue.End - 1, "by") && !view.Is(verb, "quoted") && !view.EndsIn(cue.End - 1, "ing") && !view.EndsIn(verb + 1, "ing");
        }

        return false;
    }

    static bool IsParticiple(TokenView view, int token) =>
        view.Document.Form(token) is var form && (form.EndsWith("ed", StringComparison.Ordinal) && !GrammarWords.Is(form, GrammarClass.NoParticiple)
            || view.Is(token, WordClass.Report) && GrammarWords.Is(form, GrammarClass.Participle));

    static TokenRange? Agent(TokenView view, int from)
    {
        var limit = Math.Min(view.SentenceOf(from - 1).Tokens.End - 1, from + Reach);
        for (var token = from; token < limit; token++)
        {
            if (view.IsAnyMark(token, ",;:") || view.IsQuotationMark(token) || view.Is(token, WordClass.Boundary))
                return null;
            if (view.Is(token, "by") && !view.Is(token + 1, WordClass.Time | WordClass.Numeral) && !view.EndsIn(token + 1, "ing"))
                return NounPhrases.StartingAt(view, token + 1);
        }

        return null;
    }

    static TokenRange Before(TokenRange piece, TokenRange? agent) =>
        agent is { } by && piece.Overlaps(by) ? new(piece.First, Math.Max(piece.First, by.First - 1)) : piece;
}
