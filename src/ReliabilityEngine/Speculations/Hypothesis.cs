using System.Collections.Frozen;

namespace ReliabilityEngine.Speculations;

/// <summary>What is only supposed, wished or asked: a guess in it is nobody's claim.</summary>
static class Hypothesis
{
    static readonly FrozenSet<string> Conditions = ["if", "unless"];

    static readonly FrozenSet<string> CounterToFact = ["were", "had"];

    public static bool Holds(in Surroundings at) => InCondition(at) || AfterCounterfactual(at);

    // "If pigs could fly"; not "he wondered if it might", where the guess is what he wonders about.
    static bool InCondition(in Surroundings at)
    {
        var start = at.ClauseStart(at.Marker.First);
        for (var token = at.Marker.First - 1; token >= start; token--)
        {
            if (Conditions.Contains(at[token]) && at.Before() is "it" or "they" or "he" or "she" or "there" && at.Marker.First - token > 5)
                return false;
            if (Conditions.Contains(at[token]))
                return at.Word is "could" or "can" && !IsAsked(at, token) || token == start && !IsAsked(at, token);
            if (at[token] is "then" or "that" or "because" or "who" or "which")
                return false;
        }

        return false;
    }

    static bool IsAsked(in Surroundings at, int condition) =>
        at[condition - 1] is "wonder" or "wonders" or "wondered" or "aloud" or "wondering" or "asked" or "ask" or "asks" or "see" or "unclear" or "question";

    // "If he were mayor, he could": what follows from something that is not so.
    static bool AfterCounterfactual(in Surroundings at)
    {
        for (var token = at.Marker.First - 1; token >= at.Sentence.First; token--)
        {
            if (at[token] == "if" && at[token - 1] is not "as" and not "even")
                return at.Any(token, at.ClauseEnd(token), CounterToFact);
        }

        return false;
    }
}
