namespace ReliabilityEngine.Origins;

/// <summary>Where a mark of an event stands, and what it is.</summary>
[Flags]
public enum MarkKinds : byte
{
    None = 0,
    Title = 1,
    Lead = 2,

    /// <summary>Written as a name: with a capital, within a sentence, and never without.</summary>
    Name = 4,
    Number = 8,

    /// <summary>A news medium or agency whose report the article leans on.</summary>
    Cited = 16,
}

/// <summary>A word or number that says which event an article is about.</summary>
/// <param name="Text">A word's stem, a number's digits, or a medium's name in letters alone.</param>
public readonly record struct EventMark(string Text, MarkKinds Kinds)
{
    /// <summary>As the article writes it; null where only the mark was kept.</summary>
    public string? Written { get; init; }

    public bool Is(MarkKinds kinds) => (Kinds & kinds) == kinds;
}
