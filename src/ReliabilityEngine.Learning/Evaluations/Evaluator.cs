using System.Collections.Immutable;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Measures what out-of-fold scores are worth.</summary>
static class Evaluator
{
    const int FeaturesShown = 20;
    const double LowLabel = 37.5;
    const double HighLabel = 62.5;
    const double Boundary = 50;
    const int Quarters = 4;

    static readonly (string Name, int From)[] Lengths = [("under 150", 0), ("150–399", 150), ("400–799", 400), ("800 and more", 800)];

    public static Agreement Agree(LabelSource source, ExampleTable table, ImmutableArray<OutOfFoldScore> scores)
    {
        var labelled = table.Rows.Count(row => row.Example.ValueOf(source) is not null);
        var pairs = Pairs(source, scores);
        double[] predicted = [.. pairs.Select(pair => pair.Score.Score.Score!.Value)];
        double[] labels = [.. pairs.Select(pair => pair.Label)];
        var mean = labels.Average();
        var middle = source.Values.IsEmpty ? Boundary : source.Values.Values.Average();
        var isYesNo = source.Values.Count == 2;
        var ends = isYesNo ? pairs : [.. pairs.Where(pair => pair.Label is < LowLabel or >= HighLabel)];
        return new(source.Name, source.File, labelled, pairs.Select(pair => pair.Score.Row.Example.Outlet).Distinct(StringComparer.Ordinal).Count(),
            (double)pairs.Length / labelled, Measures.Correlation(predicted, labels), Measures.RankCorrelation(predicted, labels),
            Measures.MeanError(predicted, labels), labels.Average(label => Math.Abs(label - mean)),
            Measures.Auc([.. ends.Select(pair => pair.Score.Score.Score!.Value)], [.. ends.Select(pair => pair.Label >= middle)]),
            isYesNo ? pairs.Count(pair => pair.Score.Score.Score >= Boundary == pair.Label >= middle) / (double)labelled : null,
            pairs.Average(pair => Math.Pow((pair.Score.Score.Score!.Value / 100) - (pair.Label >= middle ? 1 : 0), 2)),
            isYesNo ? null : Coverage(pairs), isYesNo ? null : Width(pairs), Calibrate(pairs),
            isYesNo ? null : pairs.GroupBy(pair => pair.Score.Row.Example.Outlet, StringComparer.Ordinal).Average(Coverage));
    }

    public static ImmutableArray<OutletResult> ByOutlet(LabelSource source, ImmutableArray<OutOfFoldScore> scores) =>
    [
        .. Pairs(source, scores).GroupBy(pair => pair.Score.Row.Example.Outlet, StringComparer.Ordinal)
            .Select(group => new OutletResult(group.Key, group.Count(), group.Average(pair => pair.Score.Score.Score!.Value), group.Average(pair => pair.Label)))
            .OrderByDescending(outlet => outlet.Articles).ThenBy(outlet => outlet.Outlet, StringComparer.Ordinal),
    ];

    public static ImmutableArray<LengthResult> ByLength(LabelSource source, ImmutableArray<OutOfFoldScore> scores) =>
    [
        .. Pairs(source, scores).GroupBy(pair => Lengths.Last(length => pair.Score.Row.Words >= length.From)).OrderBy(group => group.Key.From)
            .Select(group => new LengthResult(group.Key.Name, group.Count(),
                Measures.Correlation([.. group.Select(pair => pair.Score.Raw)], [.. group.Select(pair => pair.Label)]),
                Measures.MeanError([.. group.Select(pair => pair.Score.Score.Score!.Value)], [.. group.Select(pair => pair.Label)]))),
    ];

    public static ImmutableArray<UnusualnessResult> ByUnusualness(LabelSource source, Standardizer standardizer, ImmutableArray<OutOfFoldScore> scores)
    {
        var pairs = Pairs(source, scores).Select(pair => (Level: standardizer.Unusualness(pair.Score.Row.Features), Pair: pair))
            .OrderBy(pair => pair.Level).ToArray();
        return [.. pairs.Chunk((pairs.Length + Quarters - 1) / Quarters).Select(Result)];

        UnusualnessResult Result((double Level, (OutOfFoldScore Score, double Label) Pair)[] part)
        {
            var judged = part.Select(each => each.Pair).ToArray();
            double[] labels = [.. judged.Select(pair => pair.Label)];
            return new(part[0].Level, part[^1].Level, part.Length, Measures.Correlation([.. judged.Select(pair => pair.Score.Raw)], labels),
                Measures.MeanError([.. judged.Select(pair => pair.Score.Score.Score!.Value)], labels),
                source.Values.IsEmpty ? Coverage(judged) : null, Width(judged));
        }
    }

    /// <summary>The latest articles by models that saw only earlier ones, and by those that saw other outlets of all dates.</summary>
    public static TimeResult ByTime(LabelSource source, DateTimeOffset from, ExampleTable table, TrainingOutcome anyDate, TrainingOutcome earlier)
    {
        var rows = earlier.OutOfFold.Keys.Order().ToArray();
        double[] labels = [.. rows.Select(row => table.Rows[row].Example.ValueOf(source)!.Value)];
        double[] scores = [.. rows.Select(row => earlier.OutOfFold[row])];
        return new(from, rows.Length, Measures.Correlation(scores, labels), Measures.MeanError(scores, labels),
            Measures.Correlation([.. rows.Select(row => anyDate.OutOfFold[row])], labels));
    }

    /// <summary>Permutation importance (Breiman 2001), each fold's rows shuffled under the fold's own model.</summary>
    public static ImmutableArray<Importance> Importances(
        LabelSource source, ExampleTable table, TrainingOutcome outcome, int seed, CancellationToken cancellation)
    {
        var rows = outcome.Folds.SelectMany(fold => fold.Fold.Test.Where(row => table.Rows[row].Example.ValueOf(source) is not null)
            .Select(row => (Row: row, fold.Formula))).ToArray();
        double[] labels = [.. rows.Select(pair => table.Rows[pair.Row].Example.ValueOf(source)!.Value)];
        double[] scores = [.. rows.Select(pair => outcome.OutOfFold[pair.Row])];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        new Random(seed).Shuffle(order);
        var shifts = new ImmutableArray<double>[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellation }, i => shifts[i] = rows[i].Formula.Shifts(
            table.Rows[rows[i].Row].Features, table.Rows[rows[i].Row].Grams, table.Rows[rows[order[i]].Row].Features));
        var whole = Measures.Correlation(scores, labels);
        return
        [
            .. Enumerable.Range(0, FeatureSet.All.Length)
                .Select(feature => new Importance(FeatureSet.All[feature].Name, whole - Measures.Correlation([.. scores.Zip(shifts, (score, shift) => score + shift[feature])], labels)))
                .OrderByDescending(importance => importance.Loss).Take(FeaturesShown),
        ];
    }

    static double Coverage(IEnumerable<(OutOfFoldScore Score, double Label)> pairs) =>
        pairs.Average(pair => pair.Score.Score.Interval is var (low, high) && pair.Label >= low && pair.Label <= high ? 1.0 : 0);

    static double Width(IEnumerable<(OutOfFoldScore Score, double Label)> pairs) =>
        pairs.Average(pair => pair.Score.Score.Interval!.Value.High - pair.Score.Score.Interval.Value.Low);

    static (OutOfFoldScore Score, double Label)[] Pairs(LabelSource source, ImmutableArray<OutOfFoldScore> scores) =>
    [
        .. from score in scores
           let label = score.Row.Example.ValueOf(source)
           where label is not null
           select (score, label.Value),
    ];

    static ImmutableArray<CalibrationPoint> Calibrate((OutOfFoldScore Score, double Label)[] pairs)
    {
        const int Groups = 10;
        var ordered = pairs.OrderBy(pair => pair.Score.Raw).ToArray();
        return
        [
            .. Enumerable.Range(0, Groups).Select(k => ordered[(k * ordered.Length / Groups)..((k + 1) * ordered.Length / Groups)])
                .Where(group => group.Length > 0)
                .Select(group => new CalibrationPoint(group.Average(pair => pair.Score.Score.Score!.Value), group.Average(pair => pair.Label), group.Length)),
        ];
    }
}
