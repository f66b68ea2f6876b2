using System.Globalization;
using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>A file of the inbox that is being read, a handful of articles at a time and each handful within the time that an article has.</summary>
sealed class InboxFile : IDisposable
{
    const int MostArticles = 16;
    const int MostCharacters = 1 << 20;

    readonly string _path;
    readonly BoundedWork _work;
    readonly IEnumerator<Reading> _readings;
    readonly int _most;
    bool _isAbandoned;

    InboxFile(string path, string version, EngineOptions options, BoundedWork work)
    {
        (_path, Version, _work) = (path, version, work);
        _readings = new ArticleReader(options.MaxArticleBytes).Read(InputSource.File(path, InputSource.FormatOf(path)!.Value)).GetEnumerator();
        // Never more at once than the queue has room for.
        _most = Math.Min(MostArticles, options.Queue.Capacity);
    }

    /// <summary>By its length and time: another for a file that was put in its place.</summary>
    public string Version { get; }

    public bool IsRead { get; private set; }

    /// <summary>Whether the file that stands there now is the one that was read.</summary>
    public bool IsStillThere => VersionOf(_path) is not { } version || version == Version;

    /// <summary>Null where there is none by that name any more.</summary>
    public static InboxFile? Open(string path, EngineOptions options, BoundedWork work) =>
        VersionOf(path) is { } version ? new(path, version, options, work) : null;

    public async Task<IReadOnlyList<Reading>> Next(CancellationToken cancellation)
    {
        try
        {
            _isAbandoned = true;
            var readings = await _work.Run(0, Handful, cancellation);
            _isAbandoned = false;
            IsRead = readings.Count == 0;
            return readings;
        }
        catch (Exception defect) when (defect is not (OperationCanceledException or TooMuchLeftException))
        {
            IsRead = true;
            return [new BadInput(_path, defect is TimeoutException ? "reading it took longer than an article may take" : $"the program failed on it: {defect.Message}")];
        }
    }

    public void Dispose()
    {
        // What a thread is still reading is closed with it.
        if (!_isAbandoned)
            _readings.Dispose();
    }

    List<Reading> Handful()
    {
        var (readings, characters) = (new List<Reading>(), 0);
        while (readings.Count < _most && characters < MostCharacters && _readings.MoveNext())
        {
            readings.Add(_readings.Current);
            characters += (_readings.Current as ReadArticle)?.Article.Text.Length ?? 0;
        }

        return readings;
    }

    static string? VersionOf(string path) => new FileInfo(path) is { Exists: true } file
        ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")
        : null;
}
