using Spectre.Console;
using Paragraph = Spectre.Console.Paragraph;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Text in several styles, cut into lines at spaces and nowhere else: what stands together stays together.</summary>
sealed class StyledLines(int width)
{
    readonly Paragraph _lines = new();
    readonly List<(string Text, Style? Style)> _word = [];
    readonly List<(string Text, Style? Style)> _gap = [];
    int _column;
    bool _afterReturn;

    /// <summary>A stranger's words, with their own ends of lines, whichever they are.</summary>
    public void Append(ReadOnlySpan<char> text, Style? style = null)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (' ' or '\t' or '\n' or '\r'))
                continue;
            AppendWhole(text[start..i].ToString(), style);
            start = i + 1;
            EndWord();
            if (text[i] is ' ' or '\t')
                _gap.Add((" ", style));
            else if (text[i] == '\r' || i > 0 || !_afterReturn)
                i += Break(text, i);
            start = i + 1;
        }

        AppendWhole(text[start..].ToString(), style);
        _afterReturn = text.Length > 0 ? text[^1] == '\r' : _afterReturn;
    }

    /// <summary>What is never cut, and hangs together with what stands before it.</summary>
    public void AppendWhole(string text, Style? style = null)
    {
        if (text.Length > 0)
            _word.Add((Terminal.Safe(text), style));
    }

    public Paragraph Finish()
    {
        EndWord();
        return _lines;
    }

    /// <returns>How many characters more the end of the line has.</returns>
    int Break(ReadOnlySpan<char> text, int at)
    {
        _gap.Clear();
        _lines.Append("\n");
        _column = 0;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
    }

    void EndWord()
    {
        if (_word.Count == 0)
            return;
        var length = _word.Sum(part => TextWidth.Of(part.Text));
        if (_column > 0 && _column + _gap.Count + length > width)
        {
            _lines.Append("\n");
            _column = 0;
            _gap.Clear();
        }

        foreach (var (text, style) in _gap.Concat(_word))
            _lines.Append(text, style);
        _column += _gap.Count + length;
        _gap.Clear();
        _word.Clear();
    }
}
