namespace ReliabilityEngine.Cli.Configuration;

/// <summary>How the worker looks for drift.</summary>
sealed class DriftOptions
{
    /// <summary>What counts as now.</summary>
    public int Days { get; set; }

    /// <summary>With fewer articles nothing is said.</summary>
    public int FewestArticles { get; set; }

    public IEnumerable<string> Problems()
    {
        if (Days is not (>= 1 and <= 3650))
            yield return $"Drift:Days is {Days}, expected 1 to 3650";
        if (FewestArticles < 20)
            yield return $"Drift:FewestArticles is {FewestArticles}, expected 20 or more";
    }
}
