namespace ReliabilityEngine.Ratings;

/// <summary>What a score, a feature or an outlet was like and is like.</summary>
/// <param name="Kind">Such as <c>score</c>, <c>feature</c>, <c>outlet</c>.</param>
/// <param name="Before">Mean at training; an outlet's earlier mean; null where it is not known.</param>
/// <param name="Measure">Stability index of a score; a feature's shift in standard deviations; an outlet's Welch statistic.</param>
public sealed record DriftFinding(string Kind, string Name, int Articles, double? Before, double? Now, double? Measure, DriftState State);
