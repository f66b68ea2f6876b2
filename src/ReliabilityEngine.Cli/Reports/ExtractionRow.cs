using System.Text.Json;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>One row of what an evaluation of the extraction says: a figure, a pair of kinds, or one of the worst articles.</summary>
/// <param name="Table">Which of the three.</param>
/// <param name="Group">A publisher; null for all articles.</param>
/// <param name="FoundKind">Null where the source was missed.</param>
sealed record ExtractionRow(string Table, string Layout)
{
    const string Figures = "figures";
    const string Kinds = "kinds";
    const string Worst = "worst";

    static readonly CsvColumn<ExtractionRow>[] Columns =
    [
        new("table", row => row.Table),
        new("layout", row => row.Layout),
        new("group", row => row.Group),
        new("article", row => row.Article),
        new("measure", row => row.Measure),
        new("value", row => Fourth(row.Value)),
        new("low", row => Fourth(row.Low)),
        new("high", row => Fourth(row.High)),
        new("right", row => row.Basis.Right),
        new("gold", row => row.Basis.Gold),
        new("found", row => row.Basis.Found),
        new("articles", row => row.Articles),
        new("gold_kind", row => row.GoldKind?.Name()),
        new("found_kind", row => row.FoundKind?.Name()),
        new("count", row => row.Count),
    ];

    public string? Group { get; init; }

    public string? Article { get; init; }

    public string? Measure { get; init; }

    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public Basis Basis { get; init; }

    public int? Articles { get; init; }

    public SourceKind? GoldKind { get; init; }

    public SourceKind? FoundKind { get; init; }

    public int? Count { get; init; }

    public static ResultShape<ExtractionRow> Shape { get; } = new(Write, Columns, []);

    public static IEnumerable<ExtractionRow> Of(ExtractionEvaluation evaluation) =>
        evaluation.Layouts.SelectMany(layout => layout.Groups.SelectMany(group => group.Figures.Select(figure => new ExtractionRow(Figures, layout.Layout)
        {
            Group = group.Group,
            Measure = figure.Measure,
            Value = figure.Value,
            Low = figure.Interval?.Low,
            High = figure.Interval?.High,
            Basis = figure.Basis,
            Articles = group.Articles,
        })))
        .Concat(evaluation.Kinds.Select(kind => new ExtractionRow(Kinds, "sources") { GoldKind = kind.Pair.Gold, FoundKind = kind.Pair.Found, Count = kind.Count }))
        .Concat(evaluation.Layouts.SelectMany(layout => layout.Worst.Select(worst => new ExtractionRow(Worst, layout.Layout)
        {
            Article = worst.Article,
            Measure = layout.WorstBy,
            Value = worst.Tally.F1,
            Basis = new(worst.Tally.Right, worst.Tally.Gold, worst.Tally.Found),
        })));

    static void Write(Utf8JsonWriter json, ExtractionRow row)
    {
        json.WriteStartObject();
        foreach (var (name, value) in Columns.Select(column => (column.Name, column.Value(row))).Where(field => field.Item2 is not null || IsSaidToBeNull(field.Name, row)))
        {
            json.WritePropertyName(name);
            if (value is double number)
                json.WriteNumberValue(number);
            else if (value is int count)
                json.WriteNumberValue(count);
            else
                json.WriteStringValue((string?)value);
        }

        json.WriteEndObject();
    }

    // That a figure is over all groups, that a source was missed.
    static bool IsSaidToBeNull(string field, ExtractionRow row) => (row.Table, field) is (Figures, "group" or "low" or "high") or (Kinds, "found_kind");

    static double? Fourth(double? value) => value is { } number ? Numbers.Fourth(number) : null;
}
