using System.Text.Json;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The names that the contract gives to values: kebab case.</summary>
static class ContractNames
{
    public static string Name<T>(this T value)
        where T : struct, Enum => Names<T>.Of[value];

    static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
