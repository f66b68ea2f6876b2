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
    readonly Vector256<float>[] _best = new Vector256<float>[Surroundings.Most];
    readonly RoleFeatures _features = new(table, labels);
    readonly Vector128<short>[] _sides = new Vector128<short>[table.Rows.Length * 2];
    readonly bool[] _known = new bool[table.Rows.Length * 2];
    readonly SumMemo _byDistance = new(TokenTowardsCue.SideDistances);
    readonly SumMemo _byQuote = new(TokenTowardsCue.SentenceQuotes);
    readonly SumMemo _byTag = new(TokenTowardsCue.TagQuotes);

    public Candidate Tag(List<CueCandidate> candidates, int index)
    {
        var around = new Surroundings(table, candidates, index);
        var window = around.Window;
        var scores = _scores.AsSpan(0, window.Count);
        Span<byte> junctions = stackalloc byte[window.Count];
        Span<byte> path = stackalloc byte[window.Count];
        Score(around, scores, junctions);
        _roles.BestPath(scores, junctions, _best, path);
        var probabilities = new Vector256<float>[window.Count];
        _roles.Marginals(scores, junctions, probabilities);
        return new(around.Cue, Source(path, probabilities, window), Content(path, window), window, probabilities);
    }

    void Score(Surroundings around, Span<Vector256<float>> scores, Span<byte> junctions)
    {
        var view = new CueView(table, around);
        var (window, cue) = (around.Window, around.Cue.Rows);
        Span<uint> keys = stackalloc uint[RoleFeatures.Most];
        _byDistance.Begin();
        _byQuote.Begin();
        _byTag.Begin();
        for (var i = window.First; i < window.End; i++)
        {
            var token = _features.Towards(i, view);
            var own = new TemplateList(keys, 0, ordered: false);
            RoleFeatures.WriteOwn(token, view, ref own);
            scores[i - window.First] = _roles.Convert(
                _roles.Weights.Sum(keys[..own.Count]) + sums.Of(token, view) + Shared(token, view, keys) + Side(i, cue, keys));
            junctions[i - window.First] = Junctions.Of(table.Rows, i, window.First, cue);
        }
    }

    /// <summary>The part of a score that tokens of a window share which are alike in distance, quotation or part of speech.</summary>
    Vector128<short> Shared(in TokenTowardsCue token, in CueView view, Span<uint> keys)
    {
        if (!_byDistance.TryGet(token.SideDistance, out var distance))
        {
            var list = new TemplateList(keys, 0, ordered: false);
            RoleFeatures.WriteByDistance(token, view, ref list);
            distance = _byDistance.Set(token.SideDistance, _roles.Weights.Sum(keys[..list.Count]));
        }

        if (!_byQuote.TryGet(token.SentenceQuote, out var quote))
        {
            var list = new TemplateList(keys, 0, ordered: false);
            RoleFeatures.WriteByQuote(token, view, ref list);
            quote = _byQuote.Set(token.SentenceQuote, _roles.Weights.Sum(keys[..list.Count]));
        }

        if (!_byTag.TryGet(token.TagQuote, out var tag))
        {
            var list = new TemplateList(keys, 0, ordered: false);
            RoleFeatures.WriteByTag(token, view, ref list);
            tag = _byTag.Set(token.TagQuote, _roles.Weights.Sum(keys[..list.Count]));
        }

        return distance + quote + tag;
    }

    /// <summary>The part of a score that all cues on the same side share.</summary>
    Vector128<short> Side(int row, TokenRange cue, Span<uint> keys)
    {
        if (cue.Contains(row))
            return _roles.Weights.Sum(keys[.._features.WriteSide(row, CueSide.Within, keys)]);
        var side = row < cue.First ? CueSide.Before : CueSide.After;
        var at = (row * 2) + (side == CueSide.After ? 1 : 0);
        if (!_known[at])
            (_sides[at], _known[at]) = (_roles.Weights.Sum(keys[.._features.WriteSide(row, side, keys)]), true);
        return _sides[at];
    }

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
