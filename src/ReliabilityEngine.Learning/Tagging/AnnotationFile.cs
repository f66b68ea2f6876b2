using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Reads attributions in stand-off form: spans (<c>T1 Source 0 4</c>) and the events that join them (<c>E1 Cue:T2 Source:T1</c>).</summary>
public static class AnnotationFile
{
    const string Digits = "0123456789";

    /// <summary>The attributions in order; a role whose span stands later in the file, or nowhere, is left out.</summary>
    /// <param name="path">For messages.</param>
    /// <param name="length">Of the text, in UTF-16 code units, which the offsets count.</param>
    /// <exception cref="FormatException">The message begins with <c>path:line:</c>.</exception>
    public static ImmutableArray<GoldAttribution> Read(IEnumerable<string> lines, string path, int length)
    {
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var attributions = ImmutableArray.CreateBuilder<GoldAttribution>();
        foreach (var (index, line) in lines.Index())
        {
            // Without a tab it is the rest of a span's words, which ran over a line's end.
            if (line.Split('\t') is not [var name, var rest, ..] || name is not ['T' or 'E', .. { Length: > 0 } number] || number.AsSpan().ContainsAnyExceptInRange('0', '9'))
                continue;
            if (name[0] == 'T')
                spans[name] = Spans(rest, $"{path}:{index + 1}", length);
            else
                attributions.Add(Attribution(rest, spans));
        }

        return attributions.DrainToImmutable();
    }

    static GoldAttribution Attribution(string roles, Dictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var parts = roles.Split(' ').Select(role => role.Split(':', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0].TrimEnd(Digits.ToCharArray()), part => spans.GetValueOrDefault(part[1], []), StringComparer.OrdinalIgnoreCase);
        return new(All("Source"), All("Cue"), All("Content"));

        ImmutableArray<TextSpan> All(string role) => [.. parts[role].SelectMany(pieces => pieces)];
    }

    static ImmutableArray<TextSpan> Spans(string kindAndRanges, string place, int length)
    {
        var ranges = kindAndRanges.IndexOf(' ', StringComparison.Ordinal) is > 0 and var gap ? kindAndRanges[(gap + 1)..] : "";
        return [.. ranges.Split(';').Select(Span)];

        TextSpan Span(string range)
        {
            if (range.Split(' ') is not [var first, var second] || !TryNumber(first, out var start) || !TryNumber(second, out var end))
                throw new FormatException($"{place}: found '{kindAndRanges}', expected a kind and its offsets, such as 'Source 0 4' or 'Content 0 4;9 12'");
            return start < end && end <= length
                ? new(start, end)
                : throw new FormatException($"{place}: found the span {start} to {end}, expected one within the {length} characters of the text");
        }
    }

    static bool TryNumber(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
