using System.Globalization;
using System.Text;

namespace ReliabilityEngine.Cli;

/// <summary>Results go to <see cref="Out"/>, everything else to standard error.</summary>
sealed class Terminal : IDisposable
{
    const int DefaultWidth = 80;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    readonly Lock _lock = new();
    string _status = "";

    public Stream OutStream { get; } = Console.OpenStandardOutput();

    /// <summary>Buffered; whoever writes flushes when a reader may be waiting.</summary>
    public TextWriter Out { get; }

    public TextWriter Error { get; } =
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };

    public Terminal() => Out = new StreamWriter(OutStream, Utf8, 1 << 16) { NewLine = "\n" };

    public bool OutIsTerminal { get; } = !Console.IsOutputRedirected;

    public bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public bool InIsTerminal { get; } = !Console.IsInputRedirected;

    /// <summary>See https://no-color.org: any value but the empty one turns colours off.</summary>
    public bool UseColour =>
        OutIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public int Width { get; } = MeasureWidth();

    /// <summary>Writes a line to standard error, above the status line where there is one.</summary>
    public void Log(string line)
    {
        lock (_lock)
        {
            Error.WriteLine(_status.Length > 0 ? $"\r\e[K{Safe(line)}" : Safe(line));
            if (_status.Length > 0)
                Error.Write(_status);
        }
    }

    /// <summary>Shows a line that the next one replaces; nothing where standard error is no terminal.</summary>
    public void ShowStatus(string status)
    {
        if (!ErrorIsTerminal)
            return;
        lock (_lock)
        {
            if (status.Length > 0 || _status.Length > 0)
                Error.Write($"\r\e[K{status}");
            _status = status;
        }
    }

    /// <summary>Text of strangers with all that could steer a terminal made visible.</summary>
    public static string Safe(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Any(IsUnsafe)
        ? text
        : string.Concat(text.Select(c => IsUnsafe(c) ? $"<{(int)c:x2}>" : c.ToString()));

    /// <summary>The same on one line, white space run together.</summary>
    public static string SafeLine(string text) =>
        Safe(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public void Dispose()
    {
        ShowStatus("");
        Out.Dispose();
        Error.Dispose();
    }

    static bool IsUnsafe(char c) => c is not ('\n' or '\t') && (char.IsControl(c) || IsBidiControl(c));

    static bool IsBidiControl(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>Columns of the terminal, or what the environment says; 80 where nothing does.</summary>
    public static int MeasureWidth()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 20)
            return columns;
        return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultWidth : Console.WindowWidth;
    }
}
