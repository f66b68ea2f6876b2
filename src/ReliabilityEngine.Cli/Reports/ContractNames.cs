using System.Text.Json;
using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The names that the contract gives to values: kebab case.</summary>
static class ContractNames
{
    public static string Name<T>(this T value)
        where T : struct, Enum => Names<T>.Of[value];

    /// <summary>A band for people; the open one has no number to name.</summary>
    public static string InWords(this LikelihoodBand band) =>
        band == LikelihoodBand.Open ? "no number" : band.Name().Replace('-', ' ');

    static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
