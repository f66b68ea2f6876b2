using System.Globalization;

namespace ReliabilityEngine.Cli.Configuration;

/// <summary>A number of days as it is written: 90d.</summary>
static class Days
{
    public const string Expected = "expected a number of days such as 90d";

    const int Most = 36_500;

    public static TimeSpan? Parse(string text) =>
        text is [.. var number, 'd' or 'D'] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Most
            ? TimeSpan.FromDays(days)
            : null;
}
