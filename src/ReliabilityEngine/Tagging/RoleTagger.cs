using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>The second pass: finds source and content of one cue candidate after another.</summary>
sealed class RoleTagger(TokenTable table, Vector256<float>[] labels, RoleSums sums)
{
    const int SourceBegin = 1;
    const int ContentBegin = 3;

    readonly LabelChain _roles = sums.Chain;
    readonly Vector256<float>[] _scores = new Vector256<float>[Surroundings.Most];
    readonly Vector256<int>[] _before = new Vector256<int>[Surroundings.Most];
    readonly Vector256<uint>[] _keys = new Vector256<uint>[Surroundings.Most];
    readonly Vector128<short>[] _totals = new Vector128<short>[Surroundings.Most];
    readonly RoleFeatures _features = new(table, labels);
    readonly Vector128<short>[] _sides = new Vector128<short>[table.Rows.Length * 2];
    readonly bool[] _known = new bool[table.Rows.Length * 2];
    readonly SumMemo _byDistance = new(TokenTowardsCue.SideDistances);
    readonly SumMemo _byQuote = new(TokenTowardsCue.SentenceQuotes);
    readonly SumMemo _byTag = new(TokenTowardsCue.TagQuotes);

    public Candidate Tag(LikelyCues cues, CueCandidate cue)
    {
        var around = new Surroundings(table, cues, cue);
        var window = around.Window;
        var scores = _scores.AsSpan(0, window.Count);
        Span<byte> junctions = stackalloc byte[window.Count];
        Span<byte> path = stackalloc byte[window.Count];
        Score(around, scores, junctions);
        _roles.BestPath(scores, junctions, _before, path);
        var probabilities = new Vector256<float>[window.Count];
        _roles.Marginals(scores, junctions, probabilities);
        return new(around.Cue, Source(path, probabilities, window), Content(path, window), window, probabilities);
    }

    void Score(Surroundings around, Span<Vector256<float>> scores, Span<byte> junctions)
    {
        var view = new CueView(table, around);
        var (window, cue) = (around.Window, around.Cue.Rows);
        _byDistance.Begin();
        _byQuote.Begin();
        _byTag.Begin();
        var (sentence, cuesOfSentence) = (-1, 0u);
        for (var i = window.First; i < window.End; i++)
        {
            if (table.Rows[i].Sentence != sentence)
            {
                sentence = table.Rows[i].Sentence;
                cuesOfSentence = around.CuesOf(sentence);
            }

            var token = _features.Towards(i, view, cuesOfSentence);
            _keys[i - window.First] = RoleFeatures.Own(token, view);
            _totals[i - window.First] = sums.Of(token, view) + Shared(token, view) + Side(i, cue);
            junctions[i - window.First] = Junctions.Of(table.Rows, i, window.First, cue);
        }

        // In a loop of its own, so that no look at the table waits for another.
        for (var i = 0; i < scores.Length; i++)
            scores[i] = _roles.Convert(_totals[i] + _roles.Weights.Sum(_keys[i]));
    }

    /// <summary>The part of a score that tokens of a window share which are alike in distance, quotation or part of speech.</summary>
    Vector128<short> Shared(in TokenTowardsCue token, in CueView view)
    {
        if (!_byDistance.TryGet(token.SideDistance, out var distance))
            distance = _byDistance.Set(token.SideDistance, _roles.Weights.Sum(RoleFeatures.ByDistance(token, view)));
        if (!_byQuote.TryGet(token.SentenceQuote, out var quote))
            quote = _byQuote.Set(token.SentenceQuote, _roles.Weights.Sum(RoleFeatures.ByQuote(token, view)));
        if (!_byTag.TryGet(token.TagQuote, out var tag))
            tag = _byTag.Set(token.TagQuote, _roles.Weights.Sum(RoleFeatures.ByTag(token, view)));
        return distance + quote + tag;
    }

    /// <summary>The part of a score that all cues on the same side share.</summary>
    Vector128<short> Side(int row, TokenRange cue)
    {
        if (cue.Contains(row))
            return SumOfSide(row, CueSide.Within);
        var side = row < cue.First ? CueSide.Before : CueSide.After;
        var at = (row * 2) + (side == CueSide.After ? 1 : 0);
        if (!_known[at])
            (_sides[at], _known[at]) = (SumOfSide(row, side), true);
        return _sides[at];
    }

    Vector128<short> SumOfSide(int row, CueSide side) =>
        _roles.Weights.Sum(_features.Side(row, side)) + sums.BySide.Of(_features.NumbersOf(row, side));

    /// <summary>Of several sources the surest.</summary>
    static TokenRange? Source(ReadOnlySpan<byte> path, ReadOnlySpan<Vector256<float>> probabilities, TokenRange window)
    {
        (TokenRange? Range, float Probability) best = (null, 0);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != SourceBegin)
                continue;
            var end = EndOf(path, i);
            var sum = 0f;
            for (var k = i; k < end; k++)
                sum += probabilities[k][SourceBegin] + probabilities[k][SourceBegin + 1];
            if (best.Range is null || sum / (end - i) > best.Probability)
                best = (new(window.First + i, window.First + end), sum / (end - i));
        }

        return best.Range;
    }

    static ImmutableArray<TokenRange> Content(ReadOnlySpan<byte> path, TokenRange window)
    {
        var pieces = ImmutableArray.CreateBuilder<TokenRange>();
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == ContentBegin)
                pieces.Add(new(window.First + i, window.First + EndOf(path, i)));
        }

        return pieces.ToImmutable();
    }

    static int EndOf(ReadOnlySpan<byte> path, int begin)
    {
        var end = begin + 1;
        while (end < path.Length && path[end] == path[begin] + 1)
            end++;
        return end;
    }
}
