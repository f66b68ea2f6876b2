using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What stands between a token and the one before it, as far as spans begin or end there.</summary>
static class Junctions
{
    public const int Count = 20;

    const byte Start = 0;
    const byte CueStart = 6;
    const byte CueEnd = 0;

    public static readonly uint That = FeatureKey.OfForm("that");

    /// <summary>The junction before a row of a sequence that begins at <paramref name="first"/>.</summary>
    public static byte Of(ReadOnlySpan<TokenRow> rows, int at, int first) => at == first ? Start : rows[at].Junction;

    /// <summary>The junction between a row and the one before.</summary>
    public static byte Of(ReadOnlySpan<TokenRow> rows, int at)
    {
        ref readonly var token = ref rows[at];
        ref readonly var before = ref rows[at - 1];
        return token switch
        {
            { Quote: QuoteState.Opening } => 1,
            { Quote: QuoteState.Closing } => 2,
            { Stop: Stop.Comma } => 3,
            { Stop: Stop.Full or Stop.Semicolon } => 4,
            { Stop: Stop.Colon or Stop.Dash } => 5,
            _ when token.Word == That => 6,
            _ when token.Sentence != before.Sentence => token.Quote == QuoteState.Inside ? (byte)16 : (byte)7,
            _ when before.Quote == QuoteState.Closing => 8,
            _ when before.Stop == Stop.Comma => token.Quote == QuoteState.Inside ? (byte)17 : (byte)9,
            _ when before.Quote == QuoteState.Opening => 10,
            { Quote: QuoteState.Inside } => 15,
            _ => ByTag(token.Tag),
        };
    }

    /// <summary>The same around a cue, whose edges are junctions of their own.</summary>
    public static byte Of(ReadOnlySpan<TokenRow> rows, int at, int first, TokenRange cue) =>
        at > first && at == cue.First ? CueStart : at > first && at == cue.End ? CueEnd : Of(rows, at, first);

    static byte ByTag(PartOfSpeech tag) => tag switch
    {
        _ when tag.IsVerb() || tag == PartOfSpeech.Modal => 11,
        _ when tag.IsNominal() || tag == PartOfSpeech.Number => 12,
        PartOfSpeech.Preposition or PartOfSpeech.To => 13,
        PartOfSpeech.Adverb => 14,
        PartOfSpeech.Determiner or PartOfSpeech.PossessivePronoun or PartOfSpeech.Adjective => 18,
        _ => 19,
    };
}
