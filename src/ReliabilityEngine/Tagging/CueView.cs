namespace ReliabilityEngine.Tagging;

/// <summary>What the second pass takes from the cue itself, the same for every token of its window.</summary>
readonly struct CueView
{
    public CueView(TokenTable table, Surroundings around)
    {
        Around = around;
        var rows = table.Rows;
        var cue = around.Cue.Rows;
        var head = Head(rows, around.Cue);
        var paragraph = table.Paragraphs[around.Cue.Paragraph];
        ref readonly var next = ref rows[cue.End];
        Sentence = rows[cue.First].Sentence;
        (Lemma, Cluster, Tag) = (rows[head].Lemma, rows[head].Cluster, (uint)rows[head].Tag);
        (LastWord, NextWord) = (rows[cue.End - 1].Word, next.Word);
        NextTag = (uint)next.Tag;
        var ends = next.Sentence != Sentence ? 2u : next.Stop is Stop.Full or Stop.Comma or Stop.Colon ? 1u : 0u;
        Signature = FeatureKey.Join(NextTag, ((uint)rows[cue.First - 1].Tag * 4) + ends);
        Quotes = (rows[cue.First].Quote == QuoteState.Inside ? 2u : 0u) + (rows[paragraph.End - 1].QuotesSoFar > 0 ? 1u : 0u);
    }

    public Surroundings Around { get; }

    public int Sentence { get; }

    public uint Lemma { get; }

    public uint Cluster { get; }

    public uint Tag { get; }

    public uint LastWord { get; }

    public uint NextWord { get; }

    public uint NextTag { get; }

    /// <summary>The tags on both sides and whether the clause ends here.</summary>
    public uint Signature { get; }

    /// <summary>Whether the cue is quoted itself, and whether its paragraph quotes anything.</summary>
    public uint Quotes { get; }

    /// <summary>The last verb of a cue, or its last token.</summary>
    public static int Head(ReadOnlySpan<TokenRow> rows, CueCandidate cue)
    {
        for (var i = cue.Rows.End - 1; i >= cue.Rows.First; i--)
        {
            if (rows[i].Tag.IsVerb())
                return i;
        }

        return cue.Rows.End - 1;
    }
}

/// <summary>What the second pass takes from a token and its way to the cue.</summary>
readonly struct TokenTowardsCue
{
    public const uint SideDistances = 3 * 16;
    public const uint SentenceQuotes = 6 * 3 * 8;
    public const uint TagQuotes = 3 * 4 * 32;

    public TokenTowardsCue(
        ReadOnlySpan<TokenRow> rows, int at, in CueView cue, (uint FromStart, uint ToEnd) place, uint firstPass, uint begins, uint cuesOfSentence)
    {
        ref readonly var token = ref rows[at];
        var span = cue.Around.Cue.Rows;
        var side = at < span.First ? CueSide.Before : at < span.End ? CueSide.Within : CueSide.After;
        var between = cue.Around.Between(at);
        (Word, Cluster, Tag, Quote) = (token.Word, token.Cluster, (uint)token.Tag, (uint)token.Quote);
        (Side, Place, FirstPass, Begins) = ((uint)side, place, firstPass, begins);
        Distance = side switch
        {
            CueSide.Before => Bucket(span.First - at),
            CueSide.After => Bucket(at - span.End + 1),
            _ => 0,
        };
        SentenceSide = ((uint)(Math.Clamp(token.Sentence - cue.Sentence, -2, 3) + 2) * 3) + Side;
        (Nominals, Verbs, Breaks) = (between.Nominals, between.Verbs, between.Breaks);
        (Marks, Cues, CuesOfSentence) = (between.Marks, cue.Around.CuesBetween(at), cuesOfSentence);
    }

    public uint Word { get; }

    public uint Cluster { get; }

    public uint Tag { get; }

    public uint Quote { get; }

    public uint Side { get; }

    public (uint FromStart, uint ToEnd) Place { get; }

    public uint FirstPass { get; }

    public uint Begins { get; }

    public uint Distance { get; }

    public uint SideDistance => (Side * 16) + Distance;

    /// <summary>On which side, how many sentences away, and how quoted.</summary>
    public uint SentenceQuote => (SentenceSide * 8) + Quote;

    public uint TagQuote => (((Side * 4) + Quote) * 32) + Tag;

    public uint QuoteMarks => (Quote * 8) + Marks;

    public uint PlaceQuote => (Place.FromStart * 16) + (Place.ToEnd * 4) + Quote;

    /// <summary>Nominals and verbs on the way to the cue.</summary>
    public uint Near => (Nominals * 4) + Verbs;

    /// <summary>How many sentences from the cue's, and on which side.</summary>
    public uint SentenceSide { get; }

    public uint Nominals { get; }

    public uint Verbs { get; }

    public uint Breaks { get; }

    public uint Marks { get; }

    public uint Cues { get; }

    public uint CuesOfSentence { get; }

    /// <summary>Distances up to 36, ever more roughly.</summary>
    static ReadOnlySpan<byte> Buckets =>
    [
        0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10,
    ];

    static uint Bucket(int distance) => Buckets[Math.Min(distance, Buckets.Length - 1)];
}
