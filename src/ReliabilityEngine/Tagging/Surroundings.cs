using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What stands between a cue and a token, counted up to small limits.</summary>
struct Between
{
    public byte Nominals;
    public byte Verbs;
    public byte Breaks;
    public byte Marks;
    public byte Cues;

    static byte Limit(int count, int limit) => (byte)Math.Min(count, limit);

    /// <summary>The counts beyond a token, which the tokens further from the cue see.</summary>
    public readonly Between Past(in TokenRow token, in TokenRow next) => new()
    {
        Nominals = Limit(Nominals + (token.Tag.IsNominal() && !next.Tag.IsNominal() ? 1 : 0), 3),
        Verbs = Limit(Verbs + (token.Tag.IsVerb() || token.Tag == PartOfSpeech.Modal ? 1 : 0), 3),
        Breaks = Limit(Breaks + (token.Stop is Stop.Comma or Stop.Semicolon or Stop.Dash or Stop.Colon or Stop.Bracket ? 1 : 0), 3),
        Marks = Limit(Marks + (token.Quote >= QuoteState.Opening ? 1 : 0), 4),
        Cues = Cues,
    };
}

/// <summary>The tokens around a cue candidate, as the second pass sees them.</summary>
sealed class Surroundings
{
    /// <summary>Another candidate counts as a cue from here on.</summary>
    const float Likely = 0.4f;

    const int Before = 100;
    const int After = 150;

    /// <summary>No window holds more rows.</summary>
    public const int Most = Before + CueCandidates.Longest + After;

    public Surroundings(TokenTable table, List<CueCandidate> candidates, int index)
    {
        Cue = candidates[index];
        var paragraph = table.Paragraphs[Cue.Paragraph];
        Window = new(Math.Max(paragraph.First, Cue.Rows.First - Before), Math.Min(paragraph.End, Cue.Rows.End + After));
        Counts = new Between[Window.Count];
        var firstSentence = table.Rows[Window.First].Sentence;
        CuesOfSentence = new byte[table.Rows[Window.End - 1].Sentence - firstSentence + 1];
        var cues = new bool[Window.Count];
        for (var i = index - 1; i >= 0 && candidates[i].Rows.First >= Window.First; i--)
            Note(candidates[i]);
        for (var i = index + 1; i < candidates.Count && candidates[i].Rows.First < Window.End; i++)
            Note(candidates[i]);
        Count(table.Rows, cues);

        void Note(CueCandidate other)
        {
            if (other.Probability <= Likely)
                return;
            cues[other.Rows.First - Window.First] = true;
            ref var count = ref CuesOfSentence[table.Rows[other.Rows.First].Sentence - firstSentence];
            count = (byte)Math.Min(2, count + 1);
        }
    }

    public CueCandidate Cue { get; }

    public TokenRange Window { get; }

    /// <summary>For each row of the window what lies between it and the cue.</summary>
    public Between[] Counts { get; }

    /// <summary>Other likely cues in each sentence of the window, two at most.</summary>
    public byte[] CuesOfSentence { get; }

    void Count(ReadOnlySpan<TokenRow> rows, bool[] cues)
    {
        var counts = default(Between);
        for (var i = Cue.Rows.First - 1; i >= Window.First; i--)
        {
            if (cues[i - Window.First])
                counts.Cues = (byte)Math.Min(2, counts.Cues + 1);
            Counts[i - Window.First] = counts;
            counts = counts.Past(rows[i], rows[i + 1]);
        }

        counts = default;
        for (var i = Cue.Rows.End; i < Window.End; i++)
        {
            if (cues[i - Window.First])
                counts.Cues = (byte)Math.Min(2, counts.Cues + 1);
            Counts[i - Window.First] = counts;
            counts = counts.Past(rows[i], rows[i + 1]);
        }
    }
}
