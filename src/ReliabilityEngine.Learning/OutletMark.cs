using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ReliabilityEngine.Learning;

/// <summary>Stands for an outlet where its name need not be told: the first eight hex digits of the SHA-256 of its canonical name.</summary>
public static class OutletMark
{
    const int Length = 8;

    public static string Of(string outlet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(outlet)))[..Length];

    /// <summary>In order, each once, with those of a model that training began with.</summary>
    internal static ImmutableArray<string> OfAll(IEnumerable<string> outlets, ModelHeader? prior) =>
        [.. outlets.Distinct(StringComparer.Ordinal).Select(Of).Concat(prior?.Outlets ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
