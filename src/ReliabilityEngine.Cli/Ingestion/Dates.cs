using System.Globalization;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Dates of publication: ISO 8601 or RFC 1123.</summary>
static class Dates
{
    /// <summary>In UTC, which is also taken where no zone is given; null where the text is no such date.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var date = text?.Trim() ?? "";
        var isIso = date.Length >= 10 && char.IsAsciiDigit(date[0]) && char.IsAsciiDigit(date[3]) && date[4] == '-';
        var isRfc = date.Length >= 16 && date[3] == ',';
        return isIso || isRfc ? ParseLoosely(date) : null;
    }

    /// <summary>Any order of day, month and year that is written in English.</summary>
    public static DateTimeOffset? ParseLoosely(string date) => DateTimeOffset.TryParse(
        date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) ? parsed : null;
}
