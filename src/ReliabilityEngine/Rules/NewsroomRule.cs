using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Rules;

/// <summary>A rule of newsrooms or analysts, as far as a text alone shows whether it is kept.</summary>
/// <param name="Id">Kebab case, never reused.</param>
/// <param name="Origin">Whose rule it is.</param>
/// <param name="Occasions">The places at which the text had to keep it; none where it gives no occasion.</param>
/// <param name="Breaches">Those of the occasions at which it did not.</param>
public sealed record NewsroomRule(
    string Id,
    string Says,
    string Origin,
    Func<ArticleAnalysis, IEnumerable<TextSpan>> Occasions,
    Func<ArticleAnalysis, IEnumerable<TextSpan>> Breaches)
{
    /// <summary>What the text makes of the rule, or null where it gives no occasion for it.</summary>
    public RuleFinding? Check(ArticleAnalysis analysis)
    {
        ImmutableArray<TextSpan> occasions = [.. Occasions(analysis).Distinct()];
        ImmutableArray<TextSpan> breaches = [.. Breaches(analysis).Distinct()];
        if (occasions.IsEmpty)
            return null;
        return breaches.IsEmpty ? new(this, true, occasions) : new(this, false, breaches);
    }
}

/// <summary>A rule kept, with the places that keep it, or broken, with those that break it.</summary>
public sealed record RuleFinding(NewsroomRule Rule, bool Kept, ImmutableArray<TextSpan> Spans);
