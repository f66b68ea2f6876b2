namespace ReliabilityEngine.Text;

/// <summary>Spans to be asked for containment, whatever their number, in logarithmic time.</summary>
sealed class SpanSet
{
    readonly TextSpan[] _spans;

    // The furthest end of the spans up to each, and the nearest end from each on.
    readonly int[] _furthest;
    readonly int[] _nearest;

    public SpanSet(IEnumerable<TextSpan> spans)
    {
        _spans = [.. spans.Order()];
        _furthest = new int[_spans.Length + 1];
        _nearest = new int[_spans.Length + 1];
        _nearest[^1] = int.MaxValue;
        for (var i = 0; i < _spans.Length; i++)
            _furthest[i + 1] = Math.Max(_furthest[i], _spans[i].End);
        for (var i = _spans.Length - 1; i >= 0; i--)
            _nearest[i] = Math.Min(_nearest[i + 1], _spans[i].End);
    }

    /// <summary>One of the spans contains this one.</summary>
    public bool Covers(TextSpan span) => _furthest[FirstFrom(span.Start + 1)] >= span.End;

    /// <summary>One of the spans lies within this one.</summary>
    public bool ReachesInto(TextSpan span) => _nearest[FirstFrom(span.Start)] <= span.End;

    /// <summary>Index of the first span that starts at a position or later.</summary>
    int FirstFrom(int position)
    {
        var (low, high) = (0, _spans.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _spans[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
