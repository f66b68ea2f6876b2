using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>The words that pages of news sites use around an article, from <c>data/pages</c>.</summary>
static class PageWords
{
    static readonly ILookup<string, string> Names = Table("clutter.tsv");
    static readonly ILookup<string, string> Phrases = Table("phrases.tsv");

    public static FrozenSet<string> Foreign { get; } = Names["foreign"].ToFrozenSet();

    public static FrozenSet<string> Beside { get; } = Names["beside"].ToFrozenSet();

    public static FrozenSet<string> Wall { get; } = Names["wall"].ToFrozenSet();

    public static ImmutableArray<string> SignUps { get; } = [.. Names["signup"]];

    public static FrozenSet<string> Standfirst { get; } = Names["standfirst"].ToFrozenSet();

    public static FrozenSet<string> Labels { get; } = Phrases["label"].ToFrozenSet();

    public static FrozenSet<string> ListLabels { get; } = Phrases["list"].ToFrozenSet();

    public static ImmutableArray<string> Lines { get; } = [.. Phrases["line"]];

    public static ImmutableArray<string> Walls { get; } = [.. Phrases["wall"]];

    public static ImmutableArray<string> BodyNames { get; } = [.. Read("body.txt")];

    public static ImmutableArray<string> Consent { get; } = [.. Phrases["consent"]];

    static ILookup<string, string> Table(string name) =>
        Read(name).Select(line => line.Split('\t')).ToLookup(fields => fields[1], fields => fields[0]);

    static IEnumerable<string> Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{name}")!);
        while (reader.ReadLine() is { } line)
        {
            if (line is not ("" or ['#', ..]))
                yield return line;
        }
    }
}
