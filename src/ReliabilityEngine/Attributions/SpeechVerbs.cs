namespace ReliabilityEngine.Attributions;

/// <summary>Verbs that tell of nothing else than speech.</summary>
static class SpeechVerbs
{
    /// <summary>Of one speaker or in the past.</summary>
    public static bool IsPlain(string form) => form is "said" or "told" or "added" or "reported" or "announced" or "warned" or "confirmed"
        or "claimed" or "alleged" or "argued" or "insisted" or "explained" or "recalled" or "acknowledged" or "admitted" or "conceded"
        or "denied" or "reiterated" or "stressed" or "replied" or "responded" or "urged" or "complained" or "predicted" or "concluded"
        or "recounted" or "reminded" or "testified" or "lamented" or "quipped" or "boasted" or "remarked" or "disclosed" or "revealed"
        or "asserted" or "contended" or "countered" or "cautioned" or "emphasised" or "emphasized" or "wrote" or "tweeted" or "asked"
        or "says" or "tells" or "warns" or "claims" or "argues" or "insists" or "explains" or "adds" or "writes" or "recalls"
        or "acknowledges" or "admits" or "concedes" or "denies";

    /// <summary>What is added, written or revealed may be a thing too.</summary>
    public static bool TakesThings(string form) => form is "added" or "adds" or "wrote" or "writes" or "disclosed" or "revealed"
        or "recalled" or "recalls" or "recounted" or "explained" or "explains" or "asked" or "tweeted" or "confirmed" or "reported" or "replied"
        or "denied" or "acknowledged" or "conceded" or "admitted" or "urged";

    /// <summary>Of several, in the present, where a noun could look the same.</summary>
    public static bool IsPlural(string form) => form is "say" or "argue" or "warn" or "note" or "insist" or "contend" or "complain" or "admit"
        or "acknowledge" or "maintain" or "allege" or "assert" or "tell" or "deny" or "concede";
}
