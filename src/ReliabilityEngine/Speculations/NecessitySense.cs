using System.Collections.Frozen;

namespace ReliabilityEngine.Speculations;

/// <summary>Tells the inference in "must", "cannot" and "would have" from duty, inability and what did not happen.</summary>
static class NecessitySense
{
    static readonly FrozenSet<string> Inferring = ["then", "therefore", "so", "because", "since", "thus", "hence", "given", "surely", "clearly", "obviously", "presumably"];

    static readonly FrozenSet<string> Plainly =
    [
        "because", "that", "true", "false", "right", "wrong", "mistaken", "joking", "kidding", "why", "how", "what", "so", "something", "some", "someone", "somewhere",
    ];

    static readonly FrozenSet<string> NotSo = ["true", "right", "coincidence", "accident", "case", "serious", "real", "correct"];

    static readonly FrozenSet<string> Ifs = ["if", "unless", "without", "otherwise", "had", "were"];

    public static bool MustIsInferred(in Surroundings at)
    {
        var last = at[at.Marker.End - 1];
        var next = at.SkipAdverbs(at.Marker.End);
        if (Hypothesis.Holds(at) || at.Before() is "a" or "you" && last != "have" && last != "be")
            return false;
        if (last is "have" or "'ve" || at[next] == "have")
            return Words.IsParticiple(at[at.SkipAdverbs(last is "have" or "'ve" ? at.Marker.End : next + 1)]) && at.Before() != "a";
        if (last != "be" && at[next] != "be")
            return Words.States.Contains(at[next]) && at[at.Subject] is not "you" and not "we";
        return BeIsInferred(at, last == "be" ? next : at.SkipAdverbs(next + 1));
    }

    static bool BeIsInferred(in Surroundings at, int complement)
    {
        var word = at[complement];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && word is not "willing" and not "during" and not "something")
            return true;
        if (Words.IsParticiple(word))
            return false;
        var subject = at[at.Subject];
        return Plainly.Contains(word)
            || at.Any(at.Sentence.First, at.Marker.First, Inferring) && !at.Any(at.Marker.End, at.ClauseEnd(at.Marker.End), "able", "willing", "careful", "ready")
            || Words.Impersonal.Contains(subject) && word is "a" or "the" or "an" or "another" or "in" or "on";
    }

    public static bool CannotIsInferred(in Surroundings at)
    {
        var next = at.SkipAdverbs(at.Marker.End);
        var last = at[at.Marker.End - 1];
        if (last == "have" || at[next] == "have")
            return at.Word is "cannot" or "can't" or "can" && Words.IsParticiple(at[at.SkipAdverbs(last == "have" ? at.Marker.End : next + 1)]);
        if (last != "be" && at[next] != "be")
            return false;
        return at.Any(at.Marker.End, Math.Min(at.ClauseEnd(at.Marker.End), at.Marker.End + 4), NotSo) && !at.IsFirst;
    }

    public static bool WouldHaveIsInferred(in Surroundings at) =>
        !at.Any(at.Sentence.First, at.Sentence.End, Ifs)
        && at.Any(at.Marker.End, at.Marker.End + 3, Words.Known);
}
