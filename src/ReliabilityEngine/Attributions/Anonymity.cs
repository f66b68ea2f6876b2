using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>How closely an unnamed source is described, from least to most.</summary>
public enum Specificity : byte
{
    /// <summary>A source, sources, people.</summary>
    Bare,

    /// <summary>Officials, aides.</summary>
    Group,

    /// <summary>A senior official.</summary>
    Rank,

    /// <summary>A senior State Department official.</summary>
    RankAndBody,
}

/// <summary>Why a source is not named, as far as the text says.</summary>
public enum ReasonGiven : byte
{
    Missing,

    /// <summary>A formula that tells nothing, such as "was not authorized to speak".</summary>
    Rote,
    Informative,
}

/// <summary>What the text tells of an unnamed source, by the newsrooms' rules.</summary>
/// <param name="Basis">The words that say why the source knows.</param>
public sealed record Anonymity(Specificity Specificity, TextSpan? Basis, ReasonGiven Reason, TextSpan? ReasonSpan);
