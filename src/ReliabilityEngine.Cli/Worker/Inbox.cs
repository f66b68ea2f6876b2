using ReliabilityEngine.Cli.Configuration;
using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>A folder that files arrive in, with <c>done</c> and <c>bad</c> inside it for those that are through.</summary>
sealed class Inbox
{
    const string Done = "done";
    const string Bad = "bad";

    readonly InboxOptions _options;
    readonly TimeProvider _time;
    readonly Dictionary<string, Sighting> _seen = new(StringComparer.Ordinal);

    public Inbox(InboxOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        foreach (var folder in (string[])[Done, Bad])
            Directory.CreateDirectory(Path.Combine(options.Folder, folder));
    }

    /// <summary>
    /// The files that are complete, the oldest first: they were renamed or moved to where they stand, or nobody wrote to them for the
    /// time that a file needs to settle. Names that no reader knows, such as <c>.part</c> and <c>.tmp</c>, are left alone.
    /// </summary>
    public IReadOnlyList<string> Complete()
    {
        var files = new DirectoryInfo(_options.Folder).EnumerateFiles().Where(file => InputSource.FormatOf(file.Name) is not null).ToList();
        foreach (var gone in _seen.Keys.Except(files.Select(file => file.FullName)).ToList())
            _seen.Remove(gone);
        return [.. files.Where(file => MovedFiles.WasMoved(file.FullName) || HasSettled(file)).OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).Select(file => file.FullName)];
    }

    /// <summary>
    /// What stands there only leads to what is to be read: a link, behind which may be what its maker may not read and the worker may, or a
    /// pipe, which may never end.
    /// </summary>
    public static bool IsNoFile(string path) => new FileInfo(path).LinkTarget is not null || MovedFiles.IsSpecial(path);

    /// <summary>False where it is gone: somebody deleted it, or another worker was faster.</summary>
    public bool MoveToDone(string file) => Move(file, Done) is not null;

    /// <summary>Sets a file aside, with a note beside it that says why; false where it is gone.</summary>
    public bool MoveToBad(string file, IEnumerable<string> reasons)
    {
        if (Move(file, Bad) is not { } moved)
            return false;
        WriteReasons(moved, reasons);
        return true;
    }

    /// <summary>Notes what was wrong with a part of a file of which the rest is through.</summary>
    public void NoteBad(string file, IEnumerable<string> reasons) => WriteReasons(Path.Combine(_options.Folder, Bad, Path.GetFileName(file)), reasons);

    /// <summary>By the clock of the file system, or, where that cannot be trusted, by watching.</summary>
    bool HasSettled(FileInfo file)
    {
        var settle = TimeSpan.FromSeconds(_options.SettleSeconds);
        if (_time.GetUtcNow() - file.LastWriteTimeUtc is var age && age >= settle)
            return true;
        var state = (file.Length, file.LastWriteTimeUtc);
        if (!_seen.TryGetValue(file.FullName, out var sighting) || sighting.State != state)
            _seen[file.FullName] = sighting = new(state, _time.GetTimestamp());
        return _time.GetElapsedTime(sighting.Since) >= settle;
    }

    string? Move(string file, string folder)
    {
        var target = Path.Combine(_options.Folder, folder, Path.GetFileName(file));
        for (var i = 1; File.Exists(target); i++)
            target = Path.Combine(_options.Folder, folder, $"{Path.GetFileNameWithoutExtension(file)}.{i}{Path.GetExtension(file)}");
        try
        {
            File.Move(file, target);
            return target;
        }
        catch (FileNotFoundException) when (!File.Exists(file))
        {
            return null;
        }
    }

    static void WriteReasons(string file, IEnumerable<string> reasons) => File.AppendAllLines($"{file}.reason", reasons);

    readonly record struct Sighting((long Length, DateTime Written) State, long Since);
}
