using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>How a recipe does on outlets that its models never saw.</summary>
public sealed record Evaluation
{
    /// <summary>One for every source of labels that was trained on.</summary>
    public required ImmutableArray<Agreement> Agreements { get; init; }

    public required ImmutableArray<OutletResult> Outlets { get; init; }

    public required ImmutableArray<LengthResult> Lengths { get; init; }

    /// <summary>How well usual and unusual texts are scored, in quarters of the main labels' articles; empty in cards that were written without.</summary>
    public ImmutableArray<UnusualnessResult> Unusualness { get; init; } = [];

    /// <summary>How models do on articles later than all that they saw; null where too few are dated.</summary>
    public required TimeResult? Later { get; init; }

    /// <summary>The declared features whose shuffling costs most correlation.</summary>
    public required ImmutableArray<Importance> Importances { get; init; }

    /// <summary>What happens to the score of an article whose names are exchanged.</summary>
    public required ImmutableArray<SwapResult> Swaps { get; init; }

    /// <summary>What each part is worth; empty where it was not asked for.</summary>
    public ImmutableArray<AblationResult> Ablation { get; init; } = [];
}

/// <summary>How the scores agree with one source of labels.</summary>
/// <param name="Articles">Labelled.</param>
/// <param name="Judged">Share that got a score.</param>
/// <param name="R">Pearson's correlation.</param>
/// <param name="MeanErrorOfMean">What always saying the mean label would be off by.</param>
/// <param name="Auc">Graded labels: those under 37.5 against those of 62.5 and over; yes/no: one against the other.</param>
/// <param name="Accuracy">Yes/no only: score of 50 and over against the label, an article without a score counted wrong.</param>
/// <param name="Brier">The score over 100 taken as the chance of a yes; graded: of a label of 50 and over (Brier 1950).</param>
/// <param name="Coverage">Graded only: share of labels inside the 90 % interval.</param>
/// <param name="Width">Graded only: mean width of the interval.</param>
/// <param name="OutletCoverage">Graded only: the mean of the outlets' own coverage, each outlet counted once.</param>
/// <param name="Calibration">Mean score and mean label in tenths of the scores.</param>
public sealed record Agreement(
    string Label, string File, int Articles, int Outlets, double Judged, double R, double RankCorrelation, double MeanError,
    double MeanErrorOfMean, double Auc, double? Accuracy, double Brier, double? Coverage, double? Width,
    ImmutableArray<CalibrationPoint> Calibration, double? OutletCoverage = null)
{
    /// <summary>Mean distance of score and label over the tenths, in points.</summary>
    public double CalibrationError =>
        Calibration.Sum(point => point.Articles * Math.Abs(point.Score - point.Label)) / Math.Max(1, Calibration.Sum(point => point.Articles));
}

public readonly record struct CalibrationPoint(double Score, double Label, int Articles);

public sealed record OutletResult(string Outlet, int Articles, double Score, double Label);

/// <param name="Words">Such as <c>150–399</c>.</param>
public sealed record LengthResult(string Words, int Articles, double R, double MeanError);

/// <param name="From">The least <see cref="Standardizer.Unusualness"/> of the quarter.</param>
/// <param name="To">The greatest.</param>
/// <param name="Coverage">Graded labels only: share inside the interval.</param>
/// <param name="Width">Mean width of the interval.</param>
public sealed record UnusualnessResult(double From, double To, int Articles, double R, double MeanError, double? Coverage, double Width);

/// <param name="From">The date of the earliest article judged; what the models saw is earlier, and of other outlets.</param>
/// <param name="ROfAnyDate">Correlation, on the same articles, of models that saw articles of all dates.</param>
public sealed record TimeResult(DateTimeOffset From, int Articles, double R, double MeanError, double ROfAnyDate);

/// <param name="Loss">Correlation lost when the feature's values are shuffled among the articles.</param>
public sealed record Importance(string Feature, double Loss);

/// <param name="MeanShift">Mean change of the score, in points.</param>
/// <param name="MeanSize">Mean of the change's size, in points.</param>
public sealed record SwapResult(string Swap, int Articles, double MeanShift, double MeanSize);

/// <param name="Without">Correlation on unseen outlets, the part left out.</param>
/// <param name="Alone">Correlation of the part by itself; null where it cannot stand alone.</param>
public sealed record AblationResult(string Part, double Without, double? Alone);
