using System.Globalization;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>Times in the database: UTC, in a form that sorts.</summary>
static class Timestamps
{
    const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
