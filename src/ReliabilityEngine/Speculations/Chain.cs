using System.Collections.Immutable;

namespace ReliabilityEngine.Speculations;

/// <summary>Guess built on guess: a path of links over speculations in at least two sentences.</summary>
/// <param name="Steps">Indices of the speculations, from ground to conclusion.</param>
/// <param name="Likelihood">The product of the steps' bands, each taken as conditional on the one before; null when every step is open.</param>
/// <param name="Unquantified">How many steps put no number in.</param>
public sealed record Chain(ImmutableArray<int> Steps, Likelihood? Likelihood, int Unquantified);
