namespace ReliabilityEngine.Text;

/// <summary>Tells line ends that a paragraph runs over from those that end it.</summary>
readonly struct LineLayout
{
    const int NarrowestWrap = 40;
    const int WidestWrap = 110;
    const double ShareOfWideLines = 0.02;
    const double ShareOfFullLines = 0.75;
    const double ShareOfRunOnLines = 0.3;

    // Lines this full need no lower-case beginnings to show that they are one paragraph's.
    const double ShareOfFittingLines = 0.95;
    const int FewestLines = 4;

    readonly int _width;

    LineLayout(int width) => _width = width;

    /// <summary>A text is hard-wrapped when nearly every line has no room for the next one's first word.</summary>
    public static LineLayout Of(ReadOnlySpan<char> text)
    {
        var width = WrapWidth(text);
        if (width < NarrowestWrap)
            return new(0);
        int followed = 0, full = 0, runsOn = 0, at = 0;
        while (NextLine(text, ref at, out var start, out var end))
        {
            if (!HasFollower(text, end, out var next))
                continue;
            followed++;
            if (end - start + 1 + WordLength(text, next) > width)
                full++;
            if (char.IsLower(text[next]))
                runsOn++;
        }

        var runs = runsOn >= ShareOfRunOnLines * followed && full >= ShareOfFullLines * followed;
        var fits = followed >= FewestLines && full >= ShareOfFittingLines * followed;
        return new(followed > 0 && (runs || fits) ? width : 0);
    }

    /// <summary>Whether the white space between two tokens ends a paragraph.</summary>
    public bool Breaks(ReadOnlySpan<char> text, int end, int next, bool nextIsListNumber)
    {
        var gap = text[end..next];
        var first = gap.IndexOfAny(Characters.LineEnds);
        if (first < 0)
            return false;
        if (LineCount(gap[first..]) > 1)
            return true;
        if (_width == 0)
            return true;
        var lineStart = text[..(end + first)].LastIndexOfAny(Characters.LineEnds) + 1;
        return nextIsListNumber || end + first - lineStart + 1 + WordLength(text, next) <= _width;
    }

    static int LineCount(ReadOnlySpan<char> gap)
    {
        var count = 0;
        for (var i = 0; i < gap.Length && count < 2; i++)
        {
            if (Characters.LineEnds.Contains(gap[i]) && !(gap[i] == '\n' && i > 0 && gap[i - 1] == '\r'))
                count++;
        }

        return count;
    }

    /// <summary>The widest line, single long words left out; 0 where more than a few lines are too wide for a wrap.</summary>
    static int WrapWidth(ReadOnlySpan<char> text)
    {
        int widest = 0, lines = 0, wide = 0, at = 0;
        while (NextLine(text, ref at, out var start, out var end))
        {
            if (text[start..end].IndexOf(' ') < 0)
                continue;
            lines++;
            if (end - start > WidestWrap)
                wide++;
            else
                widest = Math.Max(widest, end - start);
        }

        return wide > ShareOfWideLines * lines ? 0 : widest;
    }

    static bool NextLine(ReadOnlySpan<char> text, ref int at, out int start, out int end)
    {
        start = at;
        end = at;
        if (at >= text.Length)
            return false;
        var length = text[at..].IndexOfAny(Characters.LineEnds);
        end = length < 0 ? text.Length : at + length;
        at = end + 1;
        return true;
    }

    static bool HasFollower(ReadOnlySpan<char> text, int end, out int next)
    {
        next = end + (text[end..].StartsWith("\r\n") ? 2 : 1);
        return end > 0 && next < text.Length && !Characters.IsBlank(text[next]) && !Characters.LineEnds.Contains(text[end - 1]);
    }

    static int WordLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && !Characters.IsBlank(text[end]))
            end++;
        return end - at;
    }
}
