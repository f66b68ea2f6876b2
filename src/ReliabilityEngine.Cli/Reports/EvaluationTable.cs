using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Figures of an evaluation side by side: a row for each part of what was judged, a column for each measure.</summary>
/// <param name="Name">For programs.</param>
/// <param name="Title">For people.</param>
/// <param name="Parts">What the rows are.</param>
/// <param name="Rows">A value for each measure; null where there is none.</param>
sealed record EvaluationTable(
    string Name, string Title, string Parts, ImmutableArray<EvaluationMeasure> Measures, ImmutableArray<(string Part, double?[] Values)> Rows)
{
    // Beyond these few have as many articles as tell anything.
    const int OutletsShown = 25;

    static readonly EvaluationMeasure Articles = new("articles", "articles", "0");
    static readonly EvaluationMeasure R = new("r", "r", "0.000");
    static readonly EvaluationMeasure MeanError = new("mean_error", "mean error", "0.0");
    static readonly EvaluationMeasure Score = new("score", "mean score", "0.0");
    static readonly EvaluationMeasure Label = new("label", "mean label", "0.0");
    static readonly EvaluationMeasure Coverage = new("coverage", "inside the intervals", "0.000");
    static readonly EvaluationMeasure Width = new("width", "their width", "0.0");

    /// <summary>The agreement with each kind of label, for programs: people read it from top to bottom.</summary>
    public static EvaluationTable Agreements(Evaluation evaluation) => new(
        "agreement", "", "label",
        [
            Articles, new("outlets", "", ""), new("judged", "", ""), R, new("rank_correlation", "", ""), MeanError, new("mean_error_of_mean", "", ""), new("auc", "", ""),
            new("accuracy", "", ""), new("brier", "", ""), Coverage, Width, new("outlet_coverage", "", ""), new("calibration_error", "", ""),
        ],
        [.. evaluation.Agreements.Select(a => (NameOf(a), (double?[])
        [
            a.Articles, a.Outlets, a.Judged, a.R, a.RankCorrelation, a.MeanError, a.MeanErrorOfMean, a.Auc,
            a.Accuracy, a.Brier, a.Coverage, a.Width, a.OutletCoverage, a.CalibrationError,
        ]))]);

    /// <summary>All else; what was not measured has no rows.</summary>
    public static IEnumerable<EvaluationTable> Of(Evaluation evaluation) =>
    [
        .. evaluation.Agreements.Select(a => new EvaluationTable("calibration", $"Calibration, by tenths of the scores, against {NameOf(a)}", "tenth", [Articles, Score, Label],
            [.. a.Calibration.Select((point, i) => (Whole(i + 1), (double?[])[point.Articles, point.Score, point.Label]))])),
        new("outlet", "The outlets with most articles", "outlet", [Articles, Score, Label],
            [.. evaluation.Outlets.Select(outlet => (outlet.Outlet, (double?[])[outlet.Articles, outlet.Score, outlet.Label]))]),
        new("length", "By length", "words", [Articles, R, MeanError],
            [.. evaluation.Lengths.Select(length => (length.Words, (double?[])[length.Articles, length.R, length.MeanError]))]),
        new("unusualness", "By how unusual the text is", "unusualness", [Articles, R, MeanError, Coverage, Width],
            [.. evaluation.Unusualness.Select(part => (Invariant($"{part.From:0.0}–{part.To:0.0}"), (double?[])[part.Articles, part.R, part.MeanError, part.Coverage, part.Width]))]),
        new("later", "Later than all that was seen, and of other outlets", "from", [Articles, R, MeanError, new("r_of_any_date", "r of any date", "0.000")],
            evaluation.Later is { } later ? [(Invariant($"{later.From:yyyy-MM-dd}"), [later.Articles, later.R, later.MeanError, later.ROfAnyDate])] : []),
        new("swap", "Names exchanged", "swap", [Articles, new("mean_shift", "mean shift", "0.00"), new("mean_size", "mean size", "0.00")],
            [.. evaluation.Swaps.Select(swap => (swap.Swap, (double?[])[swap.Articles, swap.MeanShift, swap.MeanSize]))]),
        new("importance", "Features that count", "feature", [new("r_lost", "r lost when shuffled", "0.0000")],
            [.. evaluation.Importances.Select(importance => (importance.Feature, (double?[])[importance.Loss]))]),
        new("ablation", "What each part is worth", "left out", [new("r_without", "r without it", "0.000"), new("r_alone", "r of it alone", "0.000")],
            [.. evaluation.Ablation.Select(part => (part.Part, (double?[])[part.Without, part.Alone]))]),
    ];

    public void Write(TextWriter output, int width)
    {
        output.WriteLine($"\n{Title}");
        var columns = Measures.Select((measure, i) => new TableColumn<(string Part, double?[] Values)>(
            measure.Head, row => row.Values[i]?.ToString(measure.Format, CultureInfo.InvariantCulture) ?? Numbers.Dash, AlignRight: true));
        var table = new TablePrinter<(string Part, double?[] Values)>(output, width, [new(Parts, row => row.Part, Least: 12), .. columns]);
        foreach (var row in Rows.Take(Name == "outlet" ? OutletsShown : int.MaxValue))
            table.Print(row);
        table.Finish();
    }

    static string NameOf(Agreement agreement) => $"\"{agreement.Label}\" of {agreement.File}";

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <param name="Name">For programs.</param>
/// <param name="Head">For people.</param>
readonly record struct EvaluationMeasure(string Name, string Head, string Format);
