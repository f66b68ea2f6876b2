using System.Globalization;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Numbers as they are printed, the same in every country.</summary>
static class Numbers
{
    /// <summary>Stands where nothing can be said.</summary>
    public const string Dash = "–";

    const int MeasurementDecimals = 6;

    /// <summary>A measurement, without the dust of binary fractions.</summary>
    public static double Measurement(double value) => Math.Round(value, MeasurementDecimals);

    public static string Plain(double value) => Measurement(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A score as JSON and CSV carry it: one decimal.</summary>
    public static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    public static double? Tenth(double? value) => value is { } number ? Tenth(number) : null;

    /// <summary>A figure to the fourth digit, as exact as its binary fraction: halves go to the even one.</summary>
    public static double Fourth(double value) => (double)decimal.Round(decimal.Parse(value.ToString("F20", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 4);

    public static string Whole(double value) =>
        Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>As in <c>1 article</c> and <c>12 articles</c>.</summary>
    public static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {what}{(count == 1 ? "" : "s")}");

    public static string WholeOrDash(double? value) => value is { } number ? Whole(number) : Dash;

    /// <summary>As in <c>71 (58–81)</c>.</summary>
    public static string WithInterval(double? value, Interval? interval) => value is { } number && interval is { } range
        ? $"{Whole(number)} ({Whole(range.Low)}–{Whole(range.High)})"
        : WholeOrDash(value);

    /// <summary>Points with their sign, as in <c>+6.1</c> and <c>−2.0</c>.</summary>
    public static string Points(double value) =>
        value.ToString("+0.0;\u22120.0;0.0", CultureInfo.InvariantCulture);
}
