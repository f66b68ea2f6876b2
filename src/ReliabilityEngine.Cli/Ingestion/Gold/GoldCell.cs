using System.Globalization;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Ingestion.Gold;

/// <summary>What stands in a cell or a field of gold, or where it is wrong.</summary>
static class GoldCell
{
    public static int Number(string cell, int most, string place, string what) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new Refusal($"{place}: found '{cell}', expected {what} from 0 to {most}");

    public static TextSpan Span(int start, int end, int length, string place) => start >= 0 && start < end && end <= length
        ? new(start, end)
        : throw new Refusal($"{place}: found the span {start} to {end}, expected one within the {length} characters of the text");

    /// <summary>A value by the lower-case name that output gives it.</summary>
    public static T OneOf<T>(string? word, string place)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (NameOf(value) == word)
                return value;
        }

        throw new Refusal($"{place}: found '{word}', expected {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
