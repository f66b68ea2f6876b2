using System.Collections.Immutable;

namespace ReliabilityEngine.Lexicons;

/// <summary>What the mark before a phrase says of it.</summary>
[Flags]
public enum EntryMarks : byte
{
    None = 0,

    /// <summary><c>!</c>: takes its words and is no cue.</summary>
    Blocking = 1,

    /// <summary><c>=</c>: letter case counts.</summary>
    Exact = 2,
}

/// <summary>A line of a lexicon.</summary>
/// <param name="Phrase">As it is written, with paradigms (<c>seem~v</c>) and classes (<c>&lt;num&gt;</c>).</param>
/// <param name="Values">The values of the lexicon's columns, as many as are given.</param>
/// <param name="Place">File and line, for messages.</param>
public sealed record LexiconEntry(string Phrase, ImmutableArray<string> Values, EntryMarks Marks, string Place)
{
    public bool IsBlocking => (Marks & EntryMarks.Blocking) != 0;

    public bool IsExact => (Marks & EntryMarks.Exact) != 0;

    /// <summary>The value of a column by its number; empty where none is given.</summary>
    public string Value(int column) => column < Values.Length ? Values[column] : "";

    /// <summary>The line as the format has it.</summary>
    public override string ToString() => string.Join('\t', [Prefix(Marks) + Phrase, .. Values]);

    static string Prefix(EntryMarks marks) => marks switch
    {
        EntryMarks.Blocking => "! ",
        EntryMarks.Exact => "= ",
        EntryMarks.Blocking | EntryMarks.Exact => "!= ",
        _ => "",
    };
}
