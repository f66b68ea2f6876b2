using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>The files and pages that paths, folders, globs and addresses on the command line stand for, in their order.</summary>
/// <param name="PassedOver">How many files in folders have names that no reader knows.</param>
sealed record InputPaths(IReadOnlyList<InputSource> Sources, int PassedOver)
{
    static readonly char[] GlobMarks = ['*', '?'];

    public static InputPaths Expand(IEnumerable<string> paths, WebPages web)
    {
        var sources = new List<InputSource>();
        var passedOver = 0;
        foreach (var path in paths)
        {
            if (path == StandardInput.Argument)
                sources.Add(StandardInput.Source);
            else if (WebPages.IsAddress(path))
                sources.Add(web.Source(new(path)));
            else if (Directory.Exists(path))
                AddFolder(path);
            else if (File.Exists(path))
                sources.Add(InputSource.File(path, InputSource.FormatOf(path) ?? throw UnknownFormat(path)));
            else if (path.IndexOfAny(GlobMarks) >= 0)
                AddGlob(path);
            else
                throw new Refusal(path.Contains("://", StringComparison.Ordinal) ? $"{path}: expected an address that begins with https:// or http://" : $"{path}: no such file or folder");
        }

        return new(sources, passedOver);

        void AddFolder(string folder)
        {
            var (files, shut) = FilesIn(folder);
            AddFiles(files);
            // Opening it says that it cannot be read, in its turn and as of any bad file.
            sources.AddRange(shut.Select(inside => InputSource.File(inside, InputFormat.Text)));
        }

        void AddGlob(string glob)
        {
            var files = Matches(glob);
            if (files.Count == 0)
                throw new Refusal($"{glob}: no file matches");
            AddFiles(files);
        }

        void AddFiles(IEnumerable<string> files)
        {
            foreach (var file in files)
            {
                if (InputSource.FormatOf(file) is { } format)
                    sources.Add(InputSource.File(file, format));
                else
                    passedOver++;
            }
        }
    }

    /// <returns>The files, and the folders inside that nobody let us read.</returns>
    static (List<string> Files, List<string> Shut) FilesIn(string folder)
    {
        var (files, shut, open) = (new List<string>(), new List<string>(), new Stack<string>([folder]));
        while (open.TryPop(out var next))
        {
            try
            {
                files.AddRange(Directory.EnumerateFiles(next));
                foreach (var inside in Directory.EnumerateDirectories(next))
                    open.Push(inside);
            }
            catch (UnauthorizedAccessException) when (next != folder)
            {
                shut.Add(next);
            }
            catch (UnauthorizedAccessException)
            {
                throw new Refusal($"{folder}: no permission to read the folder");
            }
        }

        return ([.. files.Order(StringComparer.Ordinal)], shut);
    }

    /// <summary>The shell expands globs on Unix; on Windows, and inside quotes, it is left to the program.</summary>
    static List<string> Matches(string glob)
    {
        var parts = glob.Replace('\\', '/').Split('/');
        var fixedParts = parts.TakeWhile(part => part.IndexOfAny(GlobMarks) < 0).ToArray();
        var folder = fixedParts.Length == 0 ? "." : string.Join('/', fixedParts) + "/";
        if (!Directory.Exists(folder))
            return [];
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', parts[fixedParts.Length..]));
        return [.. matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(folder))).Files
            .Select(match => fixedParts.Length == 0 ? match.Path : folder + match.Path)
            .Order(StringComparer.Ordinal)];
    }

    static Refusal UnknownFormat(string path) =>
        new($"{path}: unknown kind of file, expected .jsonl, .json, .txt, .md, .html or .htm (or one of them with .gz)");
}
