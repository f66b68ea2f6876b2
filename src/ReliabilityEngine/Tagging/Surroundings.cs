using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>How many likely cues begin before each row of a paragraph.</summary>
sealed class LikelyCues
{
    /// <summary>A candidate counts as a cue from here on.</summary>
    const float Likely = 0.4f;

    readonly int _first;
    readonly int[] _before;

    public LikelyCues(TokenRange paragraph, List<CueCandidate> candidates)
    {
        (_first, _before) = (paragraph.First, new int[paragraph.Count + 1]);
        foreach (var candidate in candidates)
        {
            if (IsLikely(candidate))
                _before[candidate.Rows.First - _first + 1]++;
        }

        for (var i = 1; i < _before.Length; i++)
            _before[i] += _before[i - 1];
    }

    public int Count(int first, int end) => _before[end - _first] - _before[first - _first];

    public static bool IsLikely(CueCandidate candidate) => candidate.Probability > Likely;
}

/// <summary>The tokens around a cue candidate, as the second pass sees them.</summary>
readonly struct Surroundings
{
    const int Before = 100;
    const int After = 150;

    /// <summary>More cues than this are not told apart.</summary>
    const int MostCues = 2;

    /// <summary>No window holds more rows.</summary>
    public const int Most = Before + CueCandidates.Longest + After;

    readonly TokenTable _table;
    readonly LikelyCues _cues;

    public Surroundings(TokenTable table, LikelyCues cues, CueCandidate cue)
    {
        (_table, _cues, Cue) = (table, cues, cue);
        var paragraph = table.Paragraphs[cue.Paragraph];
        Window = new(Math.Max(paragraph.First, cue.Rows.First - Before), Math.Min(paragraph.End, cue.Rows.End + After));
    }

    public CueCandidate Cue { get; }

    public TokenRange Window { get; }

    /// <summary>What stands between a row and the cue.</summary>
    public Between Between(int at)
    {
        ReadOnlySpan<TokenRow> rows = _table.Rows;
        return at < Cue.Rows.First ? rows[Cue.Rows.First].Before.Since(rows[at + 1].Before)
            : at >= Cue.Rows.End ? rows[at].Before.Since(rows[Cue.Rows.End].Before)
            : default;
    }

    /// <summary>Other likely cues from a row on to the cue, the row counted.</summary>
    public uint CuesBetween(int at)
    {
        var count = at < Cue.Rows.First ? _cues.Count(at, Cue.Rows.First)
            : at >= Cue.Rows.End ? _cues.Count(Cue.Rows.End, at + 1)
            : 0;
        return (uint)Math.Min(MostCues, count);
    }

    /// <summary>Other likely cues of the window in one sentence.</summary>
    public uint CuesOf(int sentence)
    {
        var rows = _table.Sentence(sentence);
        var (first, end) = (Math.Max(rows.First, Window.First), Math.Min(rows.End, Window.End));
        var own = LikelyCues.IsLikely(Cue) && Cue.Rows.First >= first && Cue.Rows.First < end ? 1 : 0;
        return (uint)Math.Min(MostCues, _cues.Count(first, end) - own);
    }
}
