using System.Collections.Immutable;

namespace ReliabilityEngine.Ratings;

/// <summary>An article's scores, as far as its outlet's rating needs them.</summary>
public readonly record struct OutletScore(string Outlet, double Reliability, double Bias);

/// <summary>Rolls articles up to their outlets.</summary>
public sealed class OutletAggregator(AdmiraltyScale scale)
{
    /// <summary>A rating for every outlet that is known by name, the most reliable first.</summary>
    public ImmutableArray<OutletRating> Rate(IEnumerable<OutletScore> scores)
    {
        var outlets = scores.Where(score => score.Outlet != Article.UnknownOutlet)
            .GroupBy(score => score.Outlet, StringComparer.Ordinal)
            .Select(group => (Outlet: group.Key, Reliability: group.Select(score => score.Reliability).ToArray(),
                Bias: group.Select(score => score.Bias).ToArray()))
            .ToList();
        var reliability = new Shrinkage([.. outlets.Select(outlet => outlet.Reliability)]);
        var bias = new Shrinkage([.. outlets.Select(outlet => outlet.Bias)]);
        return [.. outlets.Select(outlet => Rate(outlet.Outlet, outlet.Reliability, reliability, bias.Of(outlet.Bias).Mean))
            .OrderByDescending(rating => rating.Shrunken).ThenBy(rating => rating.Outlet, StringComparer.Ordinal)];
    }

    OutletRating Rate(string outlet, double[] scores, Shrinkage shrinkage, double bias)
    {
        var (mean, interval) = shrinkage.Of(scores);
        return new(outlet, scores.Length, scores.Average(), mean, interval, bias, scale.SourceReliability(scores.Length, mean, interval));
    }
}
