namespace ReliabilityEngine.Speculations;

/// <summary>The bands' names in files and on output, and how much each says.</summary>
public static class LikelihoodBands
{
    static readonly string[] Names = ["remote", "very-unlikely", "unlikely", "even", "likely", "very-likely", "certain", "open"];

    public static string Name(this LikelihoodBand band) => Names[(int)band];

    /// <summary>How far the words go from knowing nothing, to either side.</summary>
    public static int Strength(this LikelihoodBand band) => band switch
    {
        LikelihoodBand.Certain or LikelihoodBand.Remote => 4,
        LikelihoodBand.VeryLikely or LikelihoodBand.VeryUnlikely => 3,
        LikelihoodBand.Likely or LikelihoodBand.Unlikely => 2,
        LikelihoodBand.Even => 1,
        _ => 0,
    };

    /// <summary>Reads a band's name; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out LikelihoodBand band)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.Equals(Names[i], StringComparison.Ordinal))
            {
                band = (LikelihoodBand)i;
                return true;
            }
        }

        band = default;
        return false;
    }
}
