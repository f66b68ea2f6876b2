using System.Collections.Immutable;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>Whether a candidate may take the place of the model in use: on articles whose outlets neither of the two ever saw.</summary>
/// <param name="LargestLoss">Of correlation: a candidate that did worse passes only where the bootstrap rules out a greater one.</param>
/// <param name="LossForLessError">Of correlation, too: so much may be lost where the bootstrap leaves no doubt that the mean error falls, as it does when a model learns a house's own scale.</param>
/// <param name="LargestErrorRise">Of the mean error, in points: a candidate whose error the bootstrap leaves no doubt to rise by more does not pass, whatever its correlation.</param>
/// <param name="LeastOutletRanks">Rank correlation of the outlets' mean scores, old against new; below it readers would see another order.</param>
/// <param name="FewestArticles">With fewer that both have scored the two cannot be compared.</param>
/// <param name="FewestOutlets">Likewise.</param>
public sealed record PromotionGate(
    double LargestLoss, double LossForLessError, double LargestErrorRise, double LeastOutletRanks, int FewestArticles, int FewestOutlets)
{
    // The draws shall be the same whoever asks.
    const int Seed = 1;

    public static PromotionGate Default { get; } =
        new(LargestLoss: 0.01, LossForLessError: 0.05, LargestErrorRise: 0.5, LeastOutletRanks: 0.9, FewestArticles: 40, FewestOutlets: 4);

    public GateVerdict Judge(ModelTrial current, ModelTrial candidate)
    {
        var pairs = Pairs(current, candidate);
        var outlets = pairs.Select(pair => pair.Outlet).Distinct(StringComparer.Ordinal).Count();
        if (pairs.Length < FewestArticles || outlets < FewestOutlets)
        {
            return new(pairs.Length, outlets, null, FormattableString.Invariant(
                $"they cannot be compared: both have scored {pairs.Length} labelled articles of {outlets} outlets that neither ever saw, expected {FewestArticles} of {FewestOutlets}; training again records both on the same articles"));
        }

        var comparison = Comparison.Of(pairs, Seed);
        return new(pairs.Length, outlets, comparison, Objection(comparison));
    }

    string? Objection(Comparison comparison)
    {
        var change = comparison.Correlation;
        if (change.Value < 0 && change.Low < -LargestLoss && !(comparison.Error.High < 0 && change.Value >= -LossForLessError))
        {
            return FormattableString.Invariant(
                $"it loses {-change.Value:0.000} of correlation (90 % interval of the change {change.Low:+0.000;\u22120.000} to {change.High:+0.000;\u22120.000}); a loss of more than {LargestLoss:0.000} must be ruled out, or {LossForLessError:0.000} at most be lost for less error");
        }

        if (comparison.Error is var error && error.Low > LargestErrorRise)
        {
            return FormattableString.Invariant(
                $"its mean error is {error.Value:0.0} points greater (90 % interval of the change {error.Low:+0.0;-0.0} to {error.High:+0.0;-0.0}); expected a rise of {LargestErrorRise:0.0} at most, or one in doubt");
        }

        return comparison.OutletRanks < LeastOutletRanks
            ? FormattableString.Invariant($"it orders the outlets otherwise: rank correlation {comparison.OutletRanks:0.000} with the model in use, expected {LeastOutletRanks:0.000}")
            : null;
    }

    /// <summary>The articles that both have scored, with a label that either brings along.</summary>
    static ImmutableArray<PairedScore> Pairs(ModelTrial current, ModelTrial candidate)
    {
        var known = current.Scores.ToDictionary(score => score.Article, StringComparer.Ordinal);
        return
        [
            .. from score in candidate.Scores
               where known.ContainsKey(score.Article)
               let other = known[score.Article]
               let label = score.Label ?? other.Label
               where label is not null
               orderby score.Article
               select new PairedScore(score.Outlet, label.Value, other.Score, score.Score),
        ];
    }
}

/// <summary>What came of comparing a candidate with the model in use.</summary>
/// <param name="Comparison">Null where there was too little to compare.</param>
/// <param name="Objection">Why the candidate should not be promoted, or null.</param>
public sealed record GateVerdict(int Articles, int Outlets, Comparison? Comparison, string? Objection);
