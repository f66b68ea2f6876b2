using System.Text.RegularExpressions;

namespace ReliabilityEngine.Tests.Support;

/// <summary>The arrows between a project's folders, read from the using lines of its files.</summary>
static partial class Layering
{
    /// <summary>Every "folder uses folder" of a project that its table of arrows does not allow.</summary>
    /// <param name="allowed">What each folder may use; the project's root folder is not in it and may use all.</param>
    public static IEnumerable<string> Breaches(string project, string rootNamespace, IReadOnlyDictionary<string, string[]> allowed)
    {
        var root = Repository.PathOf("src", project);
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (File: file, Parts: Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)))
            .Where(file => file.Parts is [not ("bin" or "obj"), _, ..]).ToList();
        Assert.NotEmpty(files);
        foreach (var (file, parts) in files)
        {
            if (!allowed.TryGetValue(parts[0], out var targets))
                yield return $"{parts[0]} is not in the table of arrows";
            else
                foreach (var used in Uses(file, rootNamespace).Where(used => used != parts[0] && !targets.Contains(used)))
                    yield return $"{string.Join('/', parts)} uses {used}";
        }
    }

    /// <summary>The folders of its own project that a file names.</summary>
    static IEnumerable<string> Uses(string file, string rootNamespace) =>
        File.ReadLines(file).Select(line => UsingLine().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith(rootNamespace + ".", StringComparison.Ordinal))
            .Select(name => name[(rootNamespace.Length + 1)..].Split('.')[0]);

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);")]
    private static partial Regex UsingLine();
}
