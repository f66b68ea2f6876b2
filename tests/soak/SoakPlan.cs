namespace ReliabilityEngine.Soak;

/// <summary>How long a run is, and the number that it can be repeated by.</summary>
sealed record SoakPlan(int Kills, int Articles, int Seed)
{
    /// <summary>Of a process, once it is ready.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromSeconds(2.5);
}
