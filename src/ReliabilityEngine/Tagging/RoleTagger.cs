using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>The second pass: finds source and content of one cue candidate after another.</summary>
sealed class RoleTagger(TokenTable table, Vector256<float>[] labels, LabelChain roles)
{
    const int SourceBegin = 1;
    const int ContentBegin = 3;

    readonly Vector256<float>[] _scores = new Vector256<float>[Surroundings.Most];
    readonly Vector256<float>[] _best = new Vector256<float>[Surroundings.Most];
    readonly RoleFeatures _features = new(table, labels);
    readonly Vector128<short>[] _sides = new Vector128<short>[table.Rows.Length * 2];
    readonly bool[] _known = new bool[table.Rows.Length * 2];

    public Candidate Tag(List<CueCandidate> candidates, int index)
    {
        var around = new Surroundings(table, candidates, index);
        var window = around.Window;
        var scores = _scores.AsSpan(0, window.Count);
        Span<byte> junctions = stackalloc byte[window.Count];
        Span<byte> path = stackalloc byte[window.Count];
        Score(around, scores, junctions);
        roles.BestPath(scores, junctions, _best, path);
        var probabilities = new Vector256<float>[window.Count];
        roles.Marginals(scores, junctions, probabilities);
        return new(around.Cue, Source(path, probabilities, window), Content(path, window), window, probabilities);
    }

    void Score(Surroundings around, Span<Vector256<float>> scores, Span<byte> junctions)
    {
        var view = new CueView(table, around);
        var (window, cue) = (around.Window, around.Cue.Rows);
        Span<uint> keys = stackalloc uint[RoleFeatures.Most];
        for (var i = window.First; i < window.End; i++)
        {
            var sums = roles.Weights.Sum(keys[.._features.WriteCue(i, view, keys)]);
            scores[i - window.First] = roles.Convert(sums + Side(i, cue, keys));
            junctions[i - window.First] = Junctions.Of(table.Rows, i, window.First, cue);
        }
    }

    /// <summary>The part of a score that all cues on the same side share.</summary>
    Vector128<short> Side(int row, TokenRange cue, Span<uint> keys)
    {
        if (cue.Contains(row))
            return roles.Weights.Sum(keys[.._features.WriteSide(row, CueSide.Within, keys)]);
        var side = row < cue.First ? CueSide.Before : CueSide.After;
        var at = (row * 2) + (side == CueSide.After ? 1 : 0);
        if (!_known[at])
            (_sides[at], _known[at]) = (roles.Weights.Sum(keys[.._features.WriteSide(row, side, keys)]), true);
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
