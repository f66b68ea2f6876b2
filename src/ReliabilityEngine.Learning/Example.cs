using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Learning;

/// <summary>An article with what people said of it.</summary>
/// <param name="Outlet">Canonical name.</param>
/// <param name="File">Name of the file that it came from.</param>
/// <param name="Fold">The fold that its file puts it into; null where the file says nothing.</param>
/// <param name="Labels">Labels as written, by name: numbers, words, <c>true</c> or <c>false</c>.</param>
/// <param name="Marks">Fields beside the labels that are <c>true</c>.</param>
public sealed record Example(
    Article Article, string Outlet, string File, int? Fold, ImmutableSortedDictionary<string, string> Labels, ImmutableArray<string> Marks)
{
    /// <summary>How much it counts beside others.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The label as a number; null where it is missing or has none.</summary>
    public double? ValueOf(LabelSource source)
    {
        if (!source.Covers(File) || (source.Except is { } mark && Marks.Contains(mark)) || !Labels.TryGetValue(source.Label, out var label))
            return null;
        if (!source.Values.IsEmpty)
            return source.Values.TryGetValue(label, out var value) ? value : null;
        return double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
