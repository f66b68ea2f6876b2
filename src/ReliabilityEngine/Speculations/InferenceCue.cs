using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Which way an inference runs from the words that mark it.</summary>
enum InferenceKind : byte
{
    /// <summary>"Therefore": what follows is concluded from what stands before.</summary>
    Conclusion,

    /// <summary>"This suggests", "given the above": the ground is named by pointing back.</summary>
    Reference,

    /// <summary>"The bottom line": concluded from what was said of it all.</summary>
    Summary,

    /// <summary>"After all": the sentence is the ground of the one before.</summary>
    Support,

    /// <summary>"Because": what follows is the ground of what it is joined to.</summary>
    Ground,

    /// <summary>"If": what follows is supposed, and the rest concluded from it.</summary>
    Condition,
}

/// <summary>Words that mark an inference, in a sense that does.</summary>
readonly record struct InferenceCue(TokenRange Tokens, InferenceKind Kind)
{
    public const string Lexicon = "inference-cues";

    /// <summary>The cues of a text, those left out that stand in another sense.</summary>
    public static IEnumerable<InferenceCue> In(Document document, ImmutableArray<CueMatch> cues)
    {
        foreach (var cue in cues)
        {
            if (cue.Lexicon != Lexicon || KindOf(cue) is not { } kind)
                continue;
            if (IsInferential(new(document, cue.Tokens), kind))
                yield return new(cue.Tokens, kind);
        }
    }

    static InferenceKind? KindOf(CueMatch cue) => cue.Value switch
    {
        "conclusion" => InferenceKind.Conclusion,
        "reference" when cue.Entry.Contains("above", StringComparison.Ordinal) || cue.Entry.Contains("foregoing", StringComparison.Ordinal) => InferenceKind.Summary,
        // The numbers of points are read whole, with the sentences that bear them.
        "anaphoric" or "reference" when !cue.Entry.Contains("<num>", StringComparison.Ordinal) => InferenceKind.Reference,
        "summary" => InferenceKind.Summary,
        "premise" => InferenceKind.Ground,
        "support" => InferenceKind.Support,
        "condition" => InferenceKind.Condition,
        _ => null,
    };

    static bool IsInferential(in Surroundings at, InferenceKind kind) => at.Word switch
    {
        "so" or "and" => StandsBetweenClauses(at) && at.After() is not "if" and not "when" and not "many" and not "much" and not "far" and not "long",
        "because" or "since" when at.Before() is "part" or "partly" or "mainly" or "mostly" or "largely" => false,
        "since" => at.Before() is "" or "," or ";" && !Tells(at),
        "given" => !Words.BeForms.Contains(at.Before()) && !Words.HaveForms.Contains(at.Before()) && at.After() is not "to" and not "by" and not "up" and not "name"
            && !Words.Determiners.Contains(at.Before()) && at.Before() is not "any" and not "own",
        "knowing" or "seeing" or "considering" => at.Before() is "," or "" or "—" && !Words.IsAdverb(at.Before()),
        "meaning" or "suggesting" or "indicating" or "implying" => at.Before() is "," or "—" or "–",
        "if" when kind == InferenceKind.Condition => !Asks(at),
        "such" => at.IsFirst,
        "going" => (at.IsFirst || at.Before() is ",") && Words.Determiners.Contains(at.After()),
        "provided" => at.Before() is "," or "",
        "based" => at.Before() is "," or "" or "“" or "\"" or "that" or "that “",
        "if" when kind == InferenceKind.Reference => at.IsFirst,
        "the" or "this" or "that" or "these" or "one" or "another" or "it" or "in" or "all" or "bottom" when kind is InferenceKind.Reference or InferenceKind.Summary or InferenceKind.Support => at.IsFirst || at.After(0) is "reason" or "reasons" or "above",
        _ => true,
    };

    // "…, so it may": not "so it goes", "so great was", nor "so" that only measures.
    static bool StandsBetweenClauses(in Surroundings at) =>
        at.IsFirst || at.Before() is "," or ";" or "—" or "–" or ":" || at.Word == "and";

    // "Since Tuesday", "has grown since": time, and no ground.
    static bool Tells(in Surroundings at)
    {
        var end = at.ClauseEnd(at.Marker.End);
        for (var token = at.Marker.End; token < end; token++)
        {
            if (Words.Finite.Contains(at[token]) && (at[token] != "'s" || Words.Nominatives.Contains(at[token - 1])))
                return false;
        }

        return true;
    }

    // "Asked if it might", "not knowing if or when", "it would not surprise me if": a question or what is guessed itself, and nothing supposed.
    static bool Asks(in Surroundings at) =>
        at.After() == "or" || at.Before(2) is "surprise" or "surprised" or "surprises" or "shock" || at.Before() is "surprised" or "shocked"
        || at.Before() is "knowing" or "knew" or "known" or "learn" or "unsure" or "uncertain" or "check" or "seeing" or "remember" or "care" or "cares"
        || at.Before() is "wonder" or "wonders" or "wondered" or "wondering" or "asked" or "ask" or "asks" or "asking" or "see" or "know" or "knows" or "aloud" or "unclear"
            or "doubt" or "doubtful" or "sure" or "question" or "tell" or "and" or "or" or "than" or "determine" or "decide" or "matter" or "even";
}
