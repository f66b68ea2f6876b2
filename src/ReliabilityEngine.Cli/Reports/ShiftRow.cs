using System.Globalization;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>What two models say of all articles, of an outlet's, or of one.</summary>
/// <param name="Kind">Which of the three: <c>all</c>, <c>outlet</c>, <c>article</c>.</param>
sealed record ShiftRow(string Kind)
{
    /// <summary>What is said of the whole; null for the parts.</summary>
    public ShiftReport? Report { get; init; }

    public string? Outlet { get; init; }

    public string? Id { get; init; }

    public string? Title { get; init; }

    public int Articles { get; init; } = 1;

    public double Before { get; init; }

    public double After { get; init; }

    /// <summary>Among outlets, before and after.</summary>
    public (int Before, int After)? Ranks { get; init; }

    // As the printed scores differ, so that a reader's subtraction comes out.
    double Shift => Numbers.Tenth(Numbers.Tenth(After) - Numbers.Tenth(Before));

    public static ResultShape<ShiftRow> Shape { get; } = new(
        (json, row) =>
        {
            json.WriteStartObject();
            json.WriteString("kind", row.Kind);
            if (row.Report is { } report)
            {
                json.WriteString("target", report.Target);
                json.WriteString("model_before", report.Before);
                json.WriteString("model_after", report.After);
            }

            if (row.Outlet is { } outlet)
                json.WriteString("outlet", outlet);
            if (row.Id is { } id)
            {
                json.WriteString("id", id);
                json.WriteString("title", row.Title);
            }
            else
            {
                json.WriteNumber("articles", row.Articles);
            }

            json.WriteNumber("before", Numbers.Tenth(row.Before));
            json.WriteNumber("after", Numbers.Tenth(row.After));
            json.WriteNumber("shift", row.Shift);
            if (row.Ranks is { } ranks)
            {
                json.WriteNumber("rank_before", ranks.Before);
                json.WriteNumber("rank_after", ranks.After);
            }

            if (row.Report is { } whole)
            {
                if (whole.Shift.Correlation is { } r)
                    json.WriteNumber("r", Numbers.Measurement(r));
                else
                    json.WriteNull("r");
                json.WriteNumber("not_judged", whole.NotJudged);
                json.WriteNumber("without_text", whole.WithoutText);
            }

            json.WriteEndObject();
        },
        [
            new("kind", row => row.Kind), new("target", row => row.Report?.Target), new("model_before", row => row.Report?.Before), new("model_after", row => row.Report?.After),
            new("outlet", row => row.Outlet), new("id", row => row.Id), new("title", row => row.Title), new("articles", row => row.Articles),
            new("before", row => Numbers.Tenth(row.Before)), new("after", row => Numbers.Tenth(row.After)), new("shift", row => row.Shift),
            new("rank_before", row => row.Ranks?.Before), new("rank_after", row => row.Ranks?.After),
            new("r", row => row.Report?.Shift.Correlation is { } r ? Numbers.Measurement(r) : null),
            new("not_judged", row => row.Report?.NotJudged), new("without_text", row => row.Report?.WithoutText),
        ],
        []);

    public static IReadOnlyList<TableColumn<ShiftRow>> Outlets { get; } =
    [
        new("outlet", row => row.Outlet!, Least: 16), new("articles", row => Numbers.Whole(row.Articles), AlignRight: true), .. Points,
        new("rank", row => row.Ranks!.Value.Before.ToString(CultureInfo.InvariantCulture), AlignRight: true),
        new("", row => row.Ranks!.Value is var (before, after) && before == after ? "" : $"→ {after.ToString(CultureInfo.InvariantCulture)}"),
    ];

    public static IReadOnlyList<TableColumn<ShiftRow>> Movers { get; } =
        [new("article", row => $"{row.Outlet}/{row.Id}", Least: 24), new("title", row => row.Title ?? "", Least: 12), .. Points];

    static IEnumerable<TableColumn<ShiftRow>> Points =>
    [
        new("before", row => Numbers.Whole(row.Before), AlignRight: true), new("after", row => Numbers.Whole(row.After), AlignRight: true),
        new("shift", row => Numbers.Points(row.Shift), AlignRight: true),
    ];
}
