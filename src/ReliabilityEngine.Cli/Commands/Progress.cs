using System.Globalization;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>A line about long work on a terminal: a bar, the rate, the time left.</summary>
/// <param name="totalBytes">Null where the end is not known.</param>
sealed class Progress(Terminal terminal, TimeProvider time, long? totalBytes)
{
    const int BarWidth = 24;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.1);

    readonly long _start = time.GetTimestamp();
    TimeSpan _shown;

    public void Show(int articles, long bytes)
    {
        var elapsed = time.GetElapsedTime(_start);
        if (!terminal.ErrorIsTerminal || elapsed < Patience || elapsed - _shown < Pause)
            return;
        _shown = elapsed;
        var rate = string.Create(CultureInfo.InvariantCulture, $"{articles:#,0} {(articles == 1 ? "article" : "articles")} · {articles / elapsed.TotalSeconds:0} a second");
        terminal.ShowStatus(totalBytes is > 0 and var total && bytes > 0 ? $"{Bar(bytes, total)} {rate} · {Left(elapsed, bytes, total)} left" : rate);
    }

    static string Bar(long done, long total)
    {
        var filled = (int)(BarWidth * Math.Min(done, total) / total);
        return new string('█', filled) + new string('░', BarWidth - filled);
    }

    static string Left(TimeSpan elapsed, long done, long total)
    {
        var left = elapsed * ((double)Math.Max(0, total - done) / done);
        return left.TotalHours >= 1 ? left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : left.ToString(@"m\:ss", CultureInfo.InvariantCulture);
    }
}
