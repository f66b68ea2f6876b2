namespace ReliabilityEngine.Text;

/// <summary>Tells line ends that a paragraph runs over from those that end it.</summary>
readonly struct LineLayout
{
    const int NarrowestWrap = 32;
    const int WidestWrap = 110;
    const double ShareOfWideLines = 0.02;
    const double ShareOfFullLines = 0.75;
    const double ShareOfRunOnLines = 0.3;

    // Lines this full need no lower-case beginnings to show that they are one paragraph's.
    const double ShareOfFittingLines = 0.95;
    const int FewestLines = 4;

    // A line may end this part of the width early.
    const double Raggedness = 0.08;

    readonly int _width;

    LineLayout(int width) => _width = width;

    /// <summary>A text is hard-wrapped when nearly every line has no room for the next one's first word.</summary>
    public static LineLayout Of(ReadOnlySpan<char> text)
    {
        var layout = new LineLayout(WrapWidth(text));
        if (layout._width < NarrowestWrap)
            return new(0);
        int lines = 0, full = 0, runsOn = 0, at = 0;
        while (NextRunningLine(text, ref at, out var length, out var next))
        {
            lines++;
            if (layout.IsFull(text, length, next))
                full++;
            if (char.IsLower(text[next]))
                runsOn++;
        }

        var runs = full >= ShareOfFullLines * lines && runsOn >= ShareOfRunOnLines * lines;
        var fits = full >= ShareOfFittingLines * lines && lines >= FewestLines;
        return runs || fits ? layout : new(0);
    }

    /// <summary>Whether the white space between two tokens ends a paragraph.</summary>
    public bool Breaks(ReadOnlySpan<char> text, int end, int next, bool nextIsListNumber)
    {
        var gap = text[end..next];
        var first = gap.IndexOfAny(Characters.LineEnds);
        if (first < 0)
            return false;
        if (_width == 0 || nextIsListNumber || HasBlankLine(gap[first..]))
            return true;
        var lineEnd = end + first;
        var length = lineEnd - (text[..lineEnd].LastIndexOfAny(Characters.LineEnds) + 1);
        return !IsFull(text, length, next) && !(char.IsLower(text[next]) && 2 * length > _width);
    }

    bool IsFull(ReadOnlySpan<char> text, int length, int next) =>
        length + 1 + WordLength(text, next) > _width * (1 - Raggedness);

    static bool HasBlankLine(ReadOnlySpan<char> gap)
    {
        var rest = gap[(gap.StartsWith("\r\n") ? 2 : 1)..];
        return rest.ContainsAny(Characters.LineEnds);
    }

    /// <summary>The widest running line, single long words left out; 0 where more than a few are too wide for a wrap.</summary>
    static int WrapWidth(ReadOnlySpan<char> text)
    {
        int widest = 0, lines = 0, wide = 0, at = 0;
        while (NextRunningLine(text, ref at, out var length, out _))
        {
            lines++;
            if (length > WidestWrap)
                wide++;
            else
                widest = Math.Max(widest, length);
        }

        return wide > ShareOfWideLines * lines ? 0 : widest;
    }

    /// <summary>The next line of several words that another line follows without a blank one between.</summary>
    static bool NextRunningLine(ReadOnlySpan<char> text, ref int at, out int length, out int next)
    {
        while (at < text.Length && text[at..].IndexOfAny(Characters.LineEnds) is >= 0 and var found)
        {
            var start = at;
            length = found;
            next = start + length + (text[(start + length)..].StartsWith("\r\n") ? 2 : 1);
            at = next;
            if (next < text.Length && !Characters.IsBlank(text[next]) && text.Slice(start, length).Contains(' '))
                return true;
        }

        (length, next) = (0, 0);
        return false;
    }

    static int WordLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && !Characters.IsBlank(text[end]))
            end++;
        return end - at;
    }
}
