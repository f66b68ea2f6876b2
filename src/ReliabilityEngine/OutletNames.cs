using System.Collections.Frozen;
using System.Reflection;

namespace ReliabilityEngine;

/// <summary>The canonical names of publishers: lower case, without www, m or amp, aliases resolved.</summary>
public sealed class OutletNames
{
    static readonly string[] HostPrefixes = ["www.", "m.", "amp."];

    readonly FrozenDictionary<string, string> _aliases;

    /// <param name="aliases">Pairs of a name in any spelling and the name that it stands for.</param>
    public OutletNames(IEnumerable<KeyValuePair<string, string>> aliases) =>
        _aliases = aliases.ToFrozenDictionary(pair => Plain(pair.Key), pair => Plain(pair.Value), StringComparer.Ordinal);

    /// <summary>The aliases that ship with the engine.</summary>
    public static OutletNames Default { get; } = new(ReadEmbedded());

    public string Canonical(string? outlet)
    {
        if (string.IsNullOrWhiteSpace(outlet))
            return Article.UnknownOutlet;
        var name = Plain(outlet);
        return _aliases.GetValueOrDefault(name, name);
    }

    /// <summary>These aliases with others over them.</summary>
    public OutletNames With(IEnumerable<KeyValuePair<string, string>> aliases) =>
        new(_aliases.Concat(aliases).GroupBy(pair => Plain(pair.Key), (name, pairs) => KeyValuePair.Create(name, pairs.Last().Value)));

    static string Plain(string outlet)
    {
        var name = outlet.Trim().ToLowerInvariant();
        foreach (var prefix in HostPrefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)
                return name[prefix.Length..];
        }

        return name;
    }

    static IEnumerable<KeyValuePair<string, string>> ReadEmbedded()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("outlets.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..] || line.Split('\t') is not [var name, var canonical])
                continue;
            yield return KeyValuePair.Create(name, canonical);
        }
    }
}
