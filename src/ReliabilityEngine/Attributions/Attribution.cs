using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What kind of source a content is ascribed to.</summary>
public enum SourceKind : byte
{
    Person,
    Organisation,
    Document,

    /// <summary>Particular people who spoke, whom a reader cannot identify.</summary>
    Unnamed,

    /// <summary>A group to which a view is ascribed, nobody in particular speaking.</summary>
    Collective,

    /// <summary>The writer of the article.</summary>
    Author,
    Other,
}

public enum QuotationForm : byte
{
    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,
    Indirect,
    Mixed,
}

/// <summary>Source, cue and content: who says what, by which words.</summary>
public sealed record Attribution
{
    /// <summary>Null where the text names nobody, as in "it is expected that".</summary>
    public TextSpan? Source { get; init; }

    public SourceKind Kind { get; init; } = SourceKind.Other;

    /// <summary>The source is a pronoun or a bare stand-in, and <see cref="Kind"/> that of what it stands for.</summary>
    public bool Anaphor { get; init; }

    /// <summary>What an anaphor stands for.</summary>
    public TextSpan? Refers { get; init; }

    public TextSpan? Cue { get; init; }

    /// <summary>In order, disjoint; several where the cue stands within the content.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    public QuotationForm Quotation { get; init; }

    /// <summary>Given for kind <see cref="SourceKind.Unnamed"/> only.</summary>
    public Anonymity? Anonymity { get; init; }
}
