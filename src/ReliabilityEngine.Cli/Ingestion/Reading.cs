using System.Collections.Immutable;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>What a reader made of one article's worth of input.</summary>
/// <param name="Place">Where it stands: <c>path</c> or <c>path:line</c>.</param>
abstract record Reading(string Place);

/// <param name="TextWasExtracted">The text is not the input's own but was found in it, as in a page of HTML.</param>
sealed record ReadArticle(string Place, Article Article, bool TextWasExtracted = false) : Reading(Place)
{
    /// <summary>A date was given, and it says nothing.</summary>
    public bool DateIsUnreadable { get; init; }

    /// <summary>What people said of it, by the name of the field, each value in its normal form.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What was wrong with labels that are left out.</summary>
    public ImmutableArray<string> LabelTroubles { get; init; } = [];

    /// <summary>The trace that it was read under; null where nobody listens.</summary>
    public string? Trace { get; init; }
}

/// <param name="Reason">What was found and what was expected.</param>
sealed record BadInput(string Place, string Reason) : Reading(Place)
{
    public override string ToString() => $"{Place}: {Reason}";
}
