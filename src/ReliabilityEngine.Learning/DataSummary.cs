using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>What a file gave to training.</summary>
/// <param name="Articles">In the file.</param>
/// <param name="Judged">Of these, texts that can be judged.</param>
/// <param name="First">From here to <paramref name="Last"/> 98 of 100 dated articles were published: the extremes of a large set are misprints.</param>
public sealed record DataSummary(
    string File, string Title, string? Licence, string? Sha256, int Articles, int Judged, int Outlets, DateTimeOffset? First, DateTimeOffset? Last)
{
    public static ImmutableArray<DataSummary> Of(Recipe recipe, ExampleTable table) =>
    [
        .. recipe.Files.Select(file =>
        {
            var rows = table.Rows.Where(row => row.Example.File == file.Name).ToArray();
            var dates = rows.Select(row => row.Example.Article.Published).OfType<DateTimeOffset>().Order().ToArray();
            return new DataSummary(file.Name, file.Title, file.Licence, file.Sha256, rows.Length, rows.Count(row => row.Obstacle is null),
                rows.Select(row => row.Example.Outlet).Distinct(StringComparer.Ordinal).Count(),
                dates.Length > 0 ? dates[dates.Length / 100] : null, dates.Length > 0 ? dates[^(1 + (dates.Length / 100))] : null);
        }),
    ];
}
