using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ReliabilityEngine.Features;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Speculations;

namespace ReliabilityEngine;

/// <summary>The version of all that turns a text into findings and measurements.</summary>
public static class Extractor
{
    /// <summary>Stands for the rules in code; raised by hand when they find something else than before.</summary>
    public const int RulesNumber = 5;

    /// <summary>The first 16 hex digits of the SHA-256 over feature names, rules number, lexicon and weight files.</summary>
    public static string Version { get; } = Compute();

    /// <summary>The version where lexicons or likelihoods are others than those that the engine takes by itself.</summary>
    public static string VersionWith(LexiconLibrary library, LikelihoodTable likelihoods)
    {
        var others = (library == LexiconLibrary.BuiltIn ? "" : $"\n{library.ContentHash()}")
            + (likelihoods.HasSameNumbersAs(LikelihoodTable.Default) ? "" : $"\n{likelihoods.Numbers}");
        return others.Length == 0 ? Version : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Version + others)))[..16];
    }

    static string Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var feature in FeatureSet.All)
            hash.AppendData(Encoding.UTF8.GetBytes(feature.Name + "\n"));
        hash.AppendData(Encoding.UTF8.GetBytes($"{RulesNumber}\n"));
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsData).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    static bool IsData(string resource) =>
        resource.StartsWith("lexicons/", StringComparison.Ordinal) || resource.StartsWith("weights/", StringComparison.Ordinal);
}
