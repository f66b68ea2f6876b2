using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.WhatIf;

/// <summary>What an article would be scored after a change.</summary>
/// <param name="Words">What the change is.</param>
/// <param name="Points">After the change less before it.</param>
/// <param name="Places">Where it is made in the text as it stands; none for a change of the title.</param>
public sealed record TriedChange(Change Change, string Words, string Target, double Score, double Points, ImmutableArray<TextSpan> Places);

/// <summary>Makes each change in the text, reads it again as any text is read, and scores it.</summary>
/// <param name="score">Reads and scores an article, as the article itself was.</param>
public sealed class Trials(Func<Article, (ArticleAnalysis Analysis, ArticleScore Score)> score)
{
    /// <summary>Less is within what any rewording does.</summary>
    public const double LeastPoints = 0.5;

    // A change can give occasion for itself: without one loaded word another may come to stand alone.
    const int MostRounds = 4;

    // What leaves less is another article.
    const double LeastKept = 0.7;

    /// <summary>For each target the changes that would raise reliability or lower bias most, the strongest first.</summary>
    public ImmutableArray<TriedChange> Best(ArticleAnalysis analysis, ArticleScore before, int count)
    {
        var tried = Changes.All.AsParallel().AsOrdered().Select(change => Carry(change, analysis)).OfType<ChangedArticle>().ToList();
        return
        [
            .. Strongest("reliability", before.Reliability, after => after.Reliability, 1),
            .. Strongest("bias", before.Bias, after => after.Bias, -1),
        ];

        IEnumerable<TriedChange> Strongest(string target, TargetScore now, Func<ArticleScore, TargetScore> of, int direction) =>
            (from changed in tried
             let after = of(changed.Score).Score
             let points = Math.Round((after - now.Score) ?? 0, 1)
             where points * direction >= LeastPoints
             orderby points * direction descending
             select new TriedChange(changed.Change, changed.Change.InWords(changed.Change.CountIn(analysis)), target, after!.Value, points, changed.Places)).Take(count);
    }

    /// <summary>The article after a change, until it gives no further occasion; null where it gives none at first, or one for ever.</summary>
    internal ChangedArticle? Carry(Change change, ArticleAnalysis analysis)
    {
        if (change.Apply(analysis) is not { } first)
            return null;
        var after = score(first.Article);
        for (var round = 1; change.Apply(after.Analysis) is { } again; round++)
        {
            if (round == MostRounds)
                return null;
            after = score(again.Article);
        }

        return after.Analysis.Body.Words >= LeastKept * analysis.Body.Words
            ? new(change, after.Analysis, after.Score, first.Places) : null;
    }
}

/// <param name="Places">Where the change was made in the text as it stood.</param>
sealed record ChangedArticle(Change Change, ArticleAnalysis Analysis, ArticleScore Score, ImmutableArray<TextSpan> Places);
