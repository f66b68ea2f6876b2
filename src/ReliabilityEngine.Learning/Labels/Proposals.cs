using System.Collections.Immutable;
using System.Globalization;

namespace ReliabilityEngine.Learning.Labels;

/// <summary>A scored article that nobody has labelled.</summary>
/// <param name="Low">The lower end of the score's interval.</param>
public sealed record Unlabelled(string Outlet, string Id, string? Title, double Score, double Low, double High)
{
    public double Width => High - Low;
}

/// <summary>An article that is worth labelling.</summary>
/// <param name="Reasons">In words, the strongest first; never empty.</param>
public sealed record Proposal(Unlabelled Article, ImmutableArray<string> Reasons);

/// <summary>
/// Chooses what to label next: articles that the model is least sure of, that lie near a boundary, and of outlets that have few
/// labels, spread over the outlets.
/// </summary>
/// <param name="boundaries">Scores at which what is said of an article changes.</param>
/// <param name="labelled">How many articles of an outlet have labels.</param>
public sealed class Proposals(ImmutableArray<double> boundaries, IReadOnlyDictionary<string, int> labelled)
{
    // Points from a boundary at which an article is no longer near it.
    const double Near = 5;

    // Of the full strength of a reason; less is not worth saying.
    const double Telling = 0.5;

    /// <summary>The articles, the most telling first; each choice makes others of its outlet less so.</summary>
    public IEnumerable<Proposal> Choose(IEnumerable<Unlabelled> articles)
    {
        var open = articles.OrderBy(article => article.Outlet, StringComparer.Ordinal).ThenBy(article => article.Id, StringComparer.Ordinal).ToList();
        if (open.Count == 0)
            yield break;
        var (narrow, wide) = (open.Min(article => article.Width), open.Max(article => article.Width));
        var chosen = new Dictionary<string, int>(StringComparer.Ordinal);
        var queues = open.GroupBy(article => article.Outlet, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<Unlabelled>(group.OrderByDescending(Own)), StringComparer.Ordinal);
        while (queues.Values.Where(queue => queue.Count > 0).OrderByDescending(queue => Own(queue.Peek()) + Newness(queue.Peek().Outlet))
            .ThenBy(queue => queue.Peek().Outlet, StringComparer.Ordinal).FirstOrDefault() is { } best)
        {
            var article = best.Dequeue();
            yield return new(article, Reasons(article));
            chosen[article.Outlet] = chosen.GetValueOrDefault(article.Outlet) + 1;
        }

        double Own(Unlabelled article) => Closeness(article) + Unsureness(article);

        double Unsureness(Unlabelled article) => wide > narrow ? (article.Width - narrow) / (wide - narrow) : 0;

        // An unknown outlet is no outlet.
        double Newness(string outlet) =>
            outlet == Article.UnknownOutlet ? 0 : 1.0 / (1 + labelled.GetValueOrDefault(outlet) + chosen.GetValueOrDefault(outlet));

        ImmutableArray<string> Reasons(Unlabelled article)
        {
            (double Strength, string Words)[] all =
            [
                (labelled.GetValueOrDefault(article.Outlet) == 0 ? Newness(article.Outlet) : 0, "no article of its outlet has a label"),
                (Closeness(article), string.Create(CultureInfo.InvariantCulture, $"{article.Score:0} is near the boundary at {Boundary(article):0}")),
                (Unsureness(article), string.Create(CultureInfo.InvariantCulture, $"an interval of {article.Width:0} points")),
            ];
            var telling = all.Where(reason => reason.Strength >= Telling).OrderByDescending(reason => reason.Strength).ToArray();
            return [.. (telling.Length > 0 ? telling : [all.MaxBy(reason => reason.Strength)]).Select(reason => reason.Words)];
        }
    }

    double Closeness(Unlabelled article) => boundaries.IsEmpty ? 0 : Math.Max(0, 1 - (Math.Abs(article.Score - Boundary(article)) / Near));

    double Boundary(Unlabelled article) => boundaries.IsEmpty ? double.NaN : boundaries.MinBy(boundary => Math.Abs(article.Score - boundary));
}
