using System.Globalization;
using System.Text.RegularExpressions;

namespace ReliabilityEngine.Cli.Ingestion.Pages;

/// <summary>Dates as pages show them to readers: "Published: Sep. 15, 2023 at 3:05 PM CDT".</summary>
static class ShownDate
{
    const int Longest = 300;

    /// <summary>How far from the day the hour stands.</summary>
    const int Nearby = 25;

    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    static readonly Regex Day = new(
        @"\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?<year>(?:19|20)\d\d)\b"
        + @"|\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s{1,3}(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s{1,3}(?<year>(?:19|20)\d\d)\b"
        + @"|\b(?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)\b"
        + @"|\b(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>(?:19|20)\d\d)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    static readonly Regex Hour = new(
        @"\b(?<hour>\d{1,2})[:.](?<minute>\d\d)\s{0,2}(?<half>[AaPp])?\.?(?:[Mm]\b\.?)?\s{0,2}\(?(?<zone>E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|UTC|BST|CET|CEST)?\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    static readonly Regex PathOfDay = new(@"/(?<year>(?:19|20)\d\d)[/-](?<month>\d\d)[/-](?<day>\d\d)(?:/|$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The first date in the text, in UTC, which is also taken where no zone is given.</summary>
    public static DateTimeOffset? Find(string? text)
    {
        if (text is null || text.Length > Longest)
            return null;
        foreach (Match match in Day.Matches(text))
        {
            if (DayOf(match) is { } day)
                return day + TimeNear(text, match, day);
        }

        return null;
    }

    /// <summary>The day that an address names: <c>/2023/09/15/</c>.</summary>
    public static DateTimeOffset? InAddress(string? url) =>
        url is { Length: <= 2000 } && PathOfDay.Match(url) is { Success: true } match ? DayOf(match) : null;

    static DateTimeOffset? DayOf(Match match)
    {
        var (year, day) = (Number(match, "year"), Number(match, "day"));
        var month = match.Groups["name"] is { Success: true } name ? Array.FindIndex(Months, known => name.Value.StartsWith(known, StringComparison.OrdinalIgnoreCase)) + 1 : Number(match, "month");
        if (month > 12)
            (month, day) = (day, month);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day, 0, 0, 0, TimeSpan.Zero) : null;
    }

    static TimeSpan TimeNear(string text, Match day, DateTimeOffset date)
    {
        var start = Math.Max(0, day.Index - Nearby);
        var end = Math.Min(text.Length, day.Index + day.Length + Nearby);
        if (Hour.Matches(text[start..end]).OrderBy(time => start + time.Index < day.Index).FirstOrDefault() is not { } match)
            return TimeSpan.Zero;
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        if (match.Groups["half"] is { Success: true } half)
            hour = hour % 12 + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        return hour > 23 || minute > 59 ? TimeSpan.Zero : new TimeSpan(hour, minute, 0) - Offset(match.Groups["zone"].Value, date);
    }

    static TimeSpan Offset(string zone, DateTimeOffset date) => TimeSpan.FromHours(zone switch
    {
        "EST" or "CDT" => -5,
        "EDT" => -4,
        "CST" or "MDT" => -6,
        "MST" or "PDT" => -7,
        "PST" => -8,
        "ET" => IsSummerInAmerica(date) ? -4 : -5,
        "CT" => IsSummerInAmerica(date) ? -5 : -6,
        "MT" => IsSummerInAmerica(date) ? -6 : -7,
        "PT" => IsSummerInAmerica(date) ? -7 : -8,
        "BST" or "CET" => 1,
        "CEST" => 2,
        _ => 0,
    });

    /// <summary>From the second Sunday in March to the first in November, to the day.</summary>
    static bool IsSummerInAmerica(DateTimeOffset date) =>
        date >= Sunday(date.Year, 3, 8) && date < Sunday(date.Year, 11, 1);

    static DateTimeOffset Sunday(int year, int month, int earliest)
    {
        var day = new DateTimeOffset(year, month, earliest, 0, 0, 0, TimeSpan.Zero);
        return day.AddDays((7 - (int)day.DayOfWeek) % 7);
    }

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
