using System.Text.RegularExpressions;

namespace ReliabilityEngine.Tests.Attributions;

/// <summary>The names of the contract: "rank-and-body" for RankAndBody.</summary>
static class Kebab
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Regex.Replace(value.ToString(), "(?<!^)([A-Z])", "-$1").ToLowerInvariant();
}
