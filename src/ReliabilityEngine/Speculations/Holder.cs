using System.Collections.Frozen;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Who holds a guess, as far as the marker's own subject tells.</summary>
/// <param name="IsNamer">The subject stands in the text, so that an attribution may know more of it.</param>
readonly record struct Holder(Voice Voice, bool IsNamer)
{
    static readonly FrozenSet<string> Bodies = ["police", "government", "fbi", "cia", "pentagon", "congress", "authorities", "court", "administration", "ministry"];

    static readonly FrozenSet<string> Groups =
    [
        "some", "many", "most", "few", "others", "people", "everyone", "everybody", "nobody", "none", "they", "several", "one", "who", "those", "these", "both",
    ];

    /// <summary>Null where the marker has no holder but the one who speaks.</summary>
    public static Holder? Of(Document document, Marker marker)
    {
        var at = new Surroundings(document, marker.Tokens);
        return marker.Sense switch
        {
            MarkerSense.Thinking or MarkerSense.Supposing or MarkerSense.Positing or MarkerSense.Doubting or MarkerSense.Conviction or MarkerSense.Unsure => OfVerb(at),
            MarkerSense.Plain when at.Word.StartsWith("refuse", StringComparison.Ordinal) => OfVerb(at),
            MarkerSense.Suspicion => at.Before() is "my" or "our" ? null : new(Voice.Unnamed, false),
            _ => null,
        };
    }

    /// <summary>"The suspicions of many": those whose they are, where the words name them.</summary>
    public static Voice? OfSuspicion(Document document, Marker marker)
    {
        var at = new Surroundings(document, marker.Tokens);
        if (marker.Sense != MarkerSense.Suspicion || at.After() != "of" || !Groups.Contains(at.After(2)))
            return null;
        return Voice.Unnamed;
    }

    static Holder? OfVerb(in Surroundings at)
    {
        // "The suspected thief", "is believed to": nobody is named who thinks so.
        if (at.Word is "suspected" or "presumed" && !Words.Finite.Contains(at.After()) && AdjectiveSense.IsSuspected(at)
            || Words.BeForms.Contains(at.Before()) && Words.IsPast(at.Word)
            || Words.BeForms.Contains(at.Before(2)) && Words.IsAdverb(at.Before()) && Words.IsPast(at.Word))
            return new(Voice.Unnamed, false);
        var subject = at.Subject;
        var word = at[subject];
        if (Words.Speakers.Contains(word) || word is "" or "it" or "that" or "this")
            return null;
        if (word == "who" && at[subject - 1] == ",")
            subject -= 2;
        return new(OfNoun(at, BeforePreposition(at, subject)), true);
    }

    // "Many in his community refuse": what a preposition hangs on the subject is not the subject.
    static int BeforePreposition(in Surroundings at, int subject)
    {
        for (var token = subject - 1; subject - token < 5 && at.IsWord(token); token--)
        {
            if (at[token] is "in" or "of" or "on" or "at" or "from" or "around" or "across")
                return Groups.Contains(at[token - 1]) ? token - 1 : subject;
        }

        return subject;
    }

    /// <summary>The voice of a noun phrase that ends with a token.</summary>
    public static Voice OfNoun(in Surroundings at, int subject)
    {
        var word = at[subject];
        if (word is "he" or "she" || Bodies.Contains(word))
            return Voice.Named;
        if (Groups.Contains(word) || word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !IsSurname(at, subject))
            return Voice.Unnamed;
        return at.IsCapital(subject) || at[subject - 1] != "a" && at[subject - 1] != "an" ? Voice.Named : Voice.Unnamed;
    }

    // "Bernie Sanders", not "many Democrats".
    static bool IsSurname(in Surroundings at, int subject) =>
        at.IsCapital(subject) && (at.IsCapital(subject - 1) && subject - 1 > at.Sentence.First || at[subject - 1] is "mr." or "ms." or "mrs." or "sen." or "rep." or "dr.");
}
