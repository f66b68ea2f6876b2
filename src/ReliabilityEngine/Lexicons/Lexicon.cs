using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReliabilityEngine.Lexicons;

/// <summary>A column of values after a lexicon's phrases.</summary>
public readonly record struct LexiconColumn(string Name, bool IsRequired)
{
    public override string ToString() => IsRequired ? Name : Name + "?";

    internal static LexiconColumn Parse(string text) => new(text.TrimEnd('?'), !text.EndsWith('?'));
}

/// <summary>A list of words and phrases with what it says of each.</summary>
public sealed class Lexicon
{
    readonly FrozenDictionary<string, LexiconEntry> _byPhrase;

    internal Lexicon(string name, LexiconHeader header, IEnumerable<LexiconEntry> entries)
    {
        (Name, Header) = (name, header);
        Entries = [.. entries];
        _byPhrase = Entries.ToFrozenDictionary(entry => entry.Phrase, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string Title => Header.Title;

    public string Source => Header.Source;

    public string Licence => Header.Licence;

    public ImmutableArray<LexiconColumn> Columns => Header.Columns;

    /// <summary>Every word of an entry must begin with a capital in the text.</summary>
    public bool IsCapitalised => Header.IsCapitalised;

    /// <summary>For looking words up only, never matched against a text.</summary>
    public bool IsLookup => Header.IsLookup;

    /// <summary>In the file's order, blocking phrases included.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    internal LexiconHeader Header { get; }

    /// <summary>The entry whose phrase is written so; null where there is none.</summary>
    public LexiconEntry? Find(string phrase) => _byPhrase.GetValueOrDefault(phrase);

    /// <summary>The values that a column holds.</summary>
    internal IEnumerable<string> ValuesOf(int column) =>
        Entries.Where(entry => entry.Values.Length > column)
            .Select(entry => entry.Values[column])
            .Distinct(StringComparer.Ordinal);
}
