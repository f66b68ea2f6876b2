using System.Globalization;
using ReliabilityEngine.Learning.Labels;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How far labellers agree, ready to be printed.</summary>
static class AgreementReport
{
    public const string Legend =
        """

        alpha (Krippendorff): 1 is full agreement, 0 that of chance; below 0.67 nothing
        sound can be concluded, from 0.8 on much. In brackets: where it lies in 95 of
        100 draws of as many articles.
        """;

    public static ResultShape<LabelAgreement> Shape { get; } = new(
        (json, row) =>
        {
            json.WriteStartObject();
            json.WriteString("label", row.Field.Name);
            json.WriteList("labellers", row.Labellers, (writer, labeller) => writer.WriteStringValue(labeller));
            json.WriteNumber("articles", row.Articles);
            json.WriteString("measure", Measure(row));
            json.WritePropertyName("alpha");
            Write(json, row.Alpha);
            json.WriteStartArray("interval");
            foreach (var end in row.Interval is { } range ? (double?[])[range.Low, range.High] : [])
                Write(json, end);
            json.WriteEndArray();
            json.WritePropertyName("difference");
            Write(json, row.Difference);
            json.WritePropertyName("same");
            Write(json, row.Same);
            json.WriteEndObject();
        },
        [
            new("label", row => row.Field.Name),
            new("labellers", row => string.Join("; ", row.Labellers)),
            new("articles", row => row.Articles),
            new("measure", Measure),
            new("alpha", row => Decimals(row.Alpha)),
            new("alpha_low", row => Decimals(row.Interval?.Low)),
            new("alpha_high", row => Decimals(row.Interval?.High)),
            new("difference", row => Decimals(row.Difference)),
            new("same", row => Decimals(row.Same)),
        ],
        [
            new("label", row => row.Field.Name),
            new("labellers", row => string.Join(", ", row.Labellers), Least: 12),
            new("articles", row => Numbers.Whole(row.Articles), AlignRight: true),
            new("alpha", row => row.Alpha is null ? Numbers.Dash : $"{Decimals(row.Alpha)}{(row.Interval is { } range ? $" ({Decimals(range.Low)}–{Decimals(range.High)})" : "")}", AlignRight: true),
            new("they", InWords),
        ]);

    static string Measure(LabelAgreement row) => row.Field.IsScore ? "interval" : "nominal";

    static string InWords(LabelAgreement row) => row.Difference is { } difference
        ? string.Create(CultureInfo.InvariantCulture, $"lie {difference:0.#} points apart")
        : string.Create(CultureInfo.InvariantCulture, $"say the same in {100 * row.Same:0} %");

    static string? Decimals(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture);

    static void Write(System.Text.Json.Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
            json.WriteNumberValue(Math.Round(number, 3));
        else
            json.WriteNullValue();
    }
}
