using System.Collections.Frozen;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Attributions;

/// <summary>What the taggers take for an attribution though its words tell that it is none.</summary>
static class TaggedSlips
{
    public static bool Has(TokenView view, TaggedAttribution tagged) =>
        IsFormula(view, tagged) || IsCreditLine(view, tagged) || IsNaming(view, tagged) || MissesWhom(view, tagged)
        || IsAccused(view, tagged) || IsAppearance(view, tagged) || IsByRule(view, tagged) || IsLabel(view, tagged);

    /// <summary>"who asked not to be named", "two officials briefed on the talks": said of a source, not by it.</summary>
    static bool IsFormula(TokenView view, TaggedAttribution tagged)
    {
        if (!view.Is(tagged.Cue.First, WordClass.Basis)
            && !(view.Is(tagged.Cue.End, WordClass.Basis) && view.Document.Form(tagged.Cue.First) is "spoke" or "speaking" or "declined"))
            return false;
        return tagged.Source is not { } source || view.Is(source.End - 1, WordClass.Relative | WordClass.UnnamedHead);
    }

    /// <summary>"Sources: the census": where the lexicon hears no source speak, a colon makes none.</summary>
    static bool IsCreditLine(TokenView view, TaggedAttribution tagged) =>
        tagged.Source is { Count: 1 } source && view.IsMark(tagged.Cue.First, ':')
        && (view.Is(source.First, "sources") || view.Is(source.First, "source")) && !view.Is(source.First, WordClass.UnnamedHead);

    /// <summary>"a man named Ada Brook".</summary>
    static bool IsNaming(TokenView view, TaggedAttribution tagged) =>
        tagged.Cue.Count == 1 && view.Is(tagged.Cue.First, "named") && view.IsCapitalised(tagged.Cue.End)
        && tagged.Source is { } source && source.End == tagged.Cue.First && view.Is(source.First, WordClass.Determiner | WordClass.Numeral);

    /// <summary>"The accused denied it": a noun.</summary>
    static bool IsAccused(TokenView view, TaggedAttribution tagged) =>
        tagged.Cue.Count == 1 && view.Is(tagged.Cue.First, "accused") && view.Is(tagged.Cue.First - 1, WordClass.Determiner)
        && !view.Is(tagged.Cue.End, "of");

    /// <summary>"She appeared in court": where somebody was seen, and not how things seem.</summary>
    static bool IsAppearance(TokenView view, TaggedAttribution tagged)
    {
        if (tagged.Source is not null)
            return false;
        var verb = tagged.Cue.First;
        while (verb < tagged.Cue.End && !IsAppearing(view, verb))
            verb++;
        return verb < tagged.Cue.End && (!view.IsWord(verb + 1) || Places.Contains(view.Document.Form(verb + 1)));
    }

    static bool IsAppearing(TokenView view, int token) => view.Document.Form(token) is "appear" or "appears" or "appeared" or "appearing";

    static readonly FrozenSet<string> Places =
        ["in", "on", "at", "before", "for", "with", "alongside", "during", "this", "last", "next", "online", "together", "twice", "there", "here", "regularly"];

    /// <summary>"according to plan", "sorted according to size": what is gone by, and nobody who says it.</summary>
    static bool IsByRule(TokenView view, TaggedAttribution tagged) =>
        tagged.Source is { Count: 1 } source && view.Is(tagged.Cue.First, "according") && view.Document.Form(source.First)
            is "plan" or "schedule" or "form" or "script" or "tradition" or "custom" or "size" or "age" or "type" or "need" or "rank" or "merit" or "taste";

    /// <summary>"FACT: the wall leans", "WATCH: …": the page announces what follows.</summary>
    static bool IsLabel(TokenView view, TaggedAttribution tagged) =>
        tagged.Source is { Count: 1 } source && view.IsMark(tagged.Cue.First, ':') && SpeakerTurns.Labels.Contains(view.Document.Form(source.First));

    /// <summary>"according to" without whom: a rule finds them in what follows.</summary>
    static bool MissesWhom(TokenView view, TaggedAttribution tagged) =>
        tagged.Source is null && view.Is(tagged.Cue.First, "according") && view.Is(tagged.Cue.First + 1, "to");
}
