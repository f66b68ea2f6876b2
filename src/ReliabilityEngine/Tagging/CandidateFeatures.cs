using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What tells whether a candidate attribution is one: its passes' scores, its parts, its neighbours.</summary>
sealed class CandidateFeatures(TokenTable table, Vector256<float>[] labels, IReadOnlyList<Candidate> candidates)
{
    public const int Count = 60;

    /// <summary>Candidates further apart than this share nothing.</summary>
    const int Reach = 250;

    const int None = 99;

    readonly TokenTable _table = table;
    readonly Vector256<float>[] _labels = labels;
    readonly float _density = candidates.Sum(candidate => candidate.Cue.Probability) / Math.Max(1, table.Rows.Length) * 100;

    /// <summary>Writes the features of a candidate; <paramref name="rate"/> gives the log-odds of a word being a cue.</summary>
    public void Write(int index, Func<uint, float> rate, Span<float> values)
    {
        var list = new ValueList(values);
        var candidate = candidates[index];
        Cue(candidate.Cue, ref list);
        Rates(candidate.Cue, rate, ref list);
        Source(candidate, ref list);
        Content(candidate, ref list);
        Neighbours(index, ref list);
        Place(candidate.Cue, ref list);
    }

    void Cue(CueCandidate cue, ref ValueList list)
    {
        var (highest, content) = (0f, 0f);
        for (var i = cue.Rows.First; i < cue.Rows.End; i++)
        {
            highest = Math.Max(highest, _labels[i][1] + _labels[i][2]);
            content = Math.Max(content, _labels[i][5] + _labels[i][6]);
        }

        var paragraph = _table.Paragraphs[cue.Paragraph];
        var near = 0f;
        for (var i = Math.Max(paragraph.First, cue.Rows.First - 4); i < Math.Min(paragraph.End, cue.Rows.End + 4); i++)
            near = cue.Rows.Contains(i) ? near : Math.Max(near, _labels[i][1]);
        list.Add(LogOdds(cue.Probability));
        list.Add(_labels[cue.Rows.First][1]);
        list.Add(LogOdds(highest));
        list.Add(cue.Rows.Count);
        list.Add(near);
        list.Add(content);
        list.Add(_labels[cue.Rows.First][0]);
    }

    void Rates(CueCandidate cue, Func<uint, float> rate, ref ValueList list)
    {
        var rows = _table.Rows;
        var head = CueView.Head(rows, cue);
        list.Add(rate(CueRates.LemmaKey(rows[head])));
        list.Add(rate(CueRates.ClusterKey(rows[head])));
        list.Add(rate(CueRates.TaggedKey(rows[head])));
        list.Add(rate(CueRates.NextKey(rows[head], rows[head + 1])));
        list.Add(rate(CueRates.LemmaKey(rows[cue.Rows.End - 1])));
        list.Add(rate(CueRates.LemmaKey(rows[cue.Rows.First])));
        list.Add((float)rows[head].Tag);
        list.Add(rows[head].Group);
    }

    void Source(Candidate candidate, ref ValueList list)
    {
        var (rows, cue) = (_table.Rows, candidate.Cue.Rows);
        var surest = 0f;
        foreach (var role in candidate.Roles)
            surest = Math.Max(surest, role[1]);
        list.Add(surest);
        if (candidate.Source is not { } source)
        {
            list.Add([0, 0, 0, 0, None, 0, None, None, 0, None]);
            return;
        }

        var (second, first) = (0f, 0f);
        for (var i = source.First; i < source.End; i++)
        {
            second += candidate.RoleAt(i, 1) + candidate.RoleAt(i, 2);
            first += _labels[i][3] + _labels[i][4];
        }

        list.Add(1);
        list.Add(second / source.Count);
        list.Add(candidate.RoleAt(source.First, 1));
        list.Add(first / source.Count);
        list.Add(source.First < cue.First ? cue.First - source.End : source.First - cue.End);
        list.Add(source.First < cue.First ? -1 : 1);
        list.Add((float)rows[source.End - 1].Tag);
        list.Add(rows[source.First].Sentence - rows[cue.First].Sentence);
        list.Add(source.Count);
        list.Add((float)rows[source.First].Shape);
    }

    void Content(Candidate candidate, ref ValueList list)
    {
        list.Add(candidate.Content.Length);
        if (candidate.Content.IsEmpty)
        {
            list.Add([0, 0, 0, 0, 0, 0, None, None, None, 0, 0, 0, 0, 0]);
            return;
        }

        var sums = new ContentSums(_table.Rows, _labels, candidate);
        list.Add(sums.Length);
        list.Add(sums.Second / sums.Length);
        list.Add(sums.First / sums.Length);
        list.Add(sums.Weakest);
        list.Add((float)sums.Quoted / sums.Length);
        list.Add(sums.HasVerb ? 1 : 0);
        Edges(candidate, ref list);
    }

    void Edges(Candidate candidate, ref ValueList list)
    {
        var (rows, cue) = (_table.Rows, candidate.Cue.Rows);
        var (first, last) = (candidate.Content[0], candidate.Content[^1]);
        ref readonly var opening = ref rows[first.First];
        list.Add(first.First < cue.First ? -1 : 1);
        list.Add(first.First < cue.First ? cue.First - first.End : first.First - cue.End);
        list.Add(opening.Sentence - rows[cue.First].Sentence);
        list.Add((float)opening.Tag);
        list.Add(opening.Word == Junctions.That ? 1 : opening.Quote == QuoteState.Opening ? 2 : 0);
        list.Add(rows[last.End - 1].Sentence - opening.Sentence);
        list.Add(candidate.RoleAt(first.First, 3));
        var end = candidate.Window.Contains(first.End) ? candidate.RoleAt(first.End, 4) : 0;
        list.Add(candidate.RoleAt(first.End - 1, 3) + candidate.RoleAt(first.End - 1, 4) - end);
    }

    void Neighbours(int index, ref ValueList list)
    {
        var mine = candidates[index];
        var near = new NeighbourSums(_table.Rows, mine);
        for (var i = index - 1; i >= 0 && mine.Cue.Rows.First - candidates[i].Cue.Rows.First <= Reach; i--)
            near.Add(candidates[i]);
        for (var i = index + 1; i < candidates.Count && candidates[i].Cue.Rows.First - mine.Cue.Rows.First <= Reach; i++)
            near.Add(candidates[i]);
        list.Add(near.Holding);
        list.Add(near.Held);
        list.Add(near.Overlapping);
        list.Add(near.Shared);
        list.Add(near.Sum);
        list.Add(near.SameSentence);
        list.Add(near.Count);
        list.Add(_density);
    }

    void Place(CueCandidate cue, ref ValueList list)
    {
        var rows = _table.Rows;
        var paragraph = _table.Paragraphs[cue.Paragraph];
        var sentence = _table.Sentence(rows[cue.Rows.First].Sentence);
        list.Add((float)rows[cue.Rows.First].Tag);
        list.Add((float)rows[cue.Rows.First - 1].Tag);
        list.Add((float)rows[cue.Rows.End].Tag);
        list.Add((float)rows[cue.Rows.End].Quote);
        list.Add((float)rows[cue.Rows.First].Quote);
        list.Add(Math.Min(20, cue.Paragraph));
        list.Add((float)cue.Paragraph / _table.Paragraphs.Length);
        list.Add(paragraph.Count);
        list.Add(cue.Rows.First - sentence.First);
        list.Add(sentence.Count);
        list.Add(rows[paragraph.End - 1].QuotesSoFar);
    }

    static float LogOdds(float probability) => MathF.Log((probability + 1e-4f) / (1 - probability + 1e-4f));
}

/// <summary>Takes values in order.</summary>
ref struct ValueList(Span<float> values)
{
    readonly Span<float> _values = values;
    int _count;

    public void Add(float value) => _values[_count++] = value;

    public void Add(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
            Add(value);
    }
}
