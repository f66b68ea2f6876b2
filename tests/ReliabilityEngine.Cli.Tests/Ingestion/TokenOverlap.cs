namespace ReliabilityEngine.Cli.Tests.Ingestion;

/// <summary>How far two texts have the same words, as often.</summary>
static class TokenOverlap
{
    public static double F1(string expected, string found)
    {
        var (wanted, got) = (Count(expected), Count(found));
        var shared = wanted.Sum(pair => Math.Min(pair.Value, got.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / (wanted.Values.Sum() + got.Values.Sum());
    }

    static Dictionary<string, int> Count(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).GroupBy(token => token).ToDictionary(group => group.Key, group => group.Count());
}
