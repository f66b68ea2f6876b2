using System.Globalization;

namespace ReliabilityEngine.Speculations;

/// <summary>The band of a chance that is given in numbers: "a 70 percent chance", "a one in five chance".</summary>
static class OddsSense
{
    /// <summary>Null where the number counts chances ("his one chance") and measures none.</summary>
    public static LikelihoodBand? Band(in Surroundings at)
    {
        if (Number(at[at.Marker.First]) is not { } first)
            return null;
        if (at[at.Marker.First + 1] == "in")
            return Number(at[at.Marker.First + 2]) is { } of && of >= first && of > 0 ? BandOf(100 * first / of) : null;
        return at.Any(at.Marker.First, at.Marker.End, "percent", "per", "%") || at.Word.EndsWith('%') ? BandOf(first) : null;
    }

    // ICD-203's table.
    static LikelihoodBand? BandOf(double percent) => percent switch
    {
        <= 5 => LikelihoodBand.Remote,
        < 20 => LikelihoodBand.VeryUnlikely,
        < 45 => LikelihoodBand.Unlikely,
        <= 55 => LikelihoodBand.Even,
        < 80 => LikelihoodBand.Likely,
        < 95 => LikelihoodBand.VeryLikely,
        <= 100 => LikelihoodBand.Certain,
        _ => null,
    };

    static double? Number(string word) => word switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        _ => double.TryParse(word.TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number : null,
    };
}
