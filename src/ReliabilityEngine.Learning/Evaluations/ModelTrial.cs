using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.Evaluations;

/// <summary>What a model says of a labelled article whose outlet it never saw.</summary>
/// <param name="Article">Its <see cref="ModelTrial.KeyOf(string, string)"/>.</param>
/// <param name="Label">Null where the label may not travel with the model.</param>
public readonly record struct TrialScore(string Article, string Outlet, double Score, double? Label);

/// <summary>What a model has to show when another is to take its place, or it another's: scores of articles from outlets that it never saw.</summary>
/// <param name="Model">The model's version; empty where there is no trial.</param>
public sealed record ModelTrial(string Model, ImmutableArray<TrialScore> Scores)
{
    const int KeyLength = 12;

    const string Heading = "# The model, and a line an article that was scored by a model that never saw its outlet. Names of articles are hashed.";

    public static ModelTrial None { get; } = new("", []);

    /// <summary>Stands for an article where its name need not be shown.</summary>
    public static string KeyOf(string outlet, string id) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outlet}\n{id}")))[..KeyLength];

    public static ModelTrial Of(Model model, Recipe recipe, IEnumerable<OutOfFoldScore> scores) => new(
        model.Version,
        [.. from score in scores
            let example = score.Row.Example
            let label = example.ValueOf(recipe.Train[0])
            let value = score.Score.Score
            where label is not null && value is not null
            group new TrialScore(KeyOf(example.Outlet, example.Article.Id), example.Outlet, value.Value, label) by (example.Outlet, example.Article.Id) into same
            select same.First()]);

    /// <summary>
    /// What another model says of the articles of a training run, as far as it never saw their outlets: so two models can be compared
    /// that were trained on different articles.
    /// </summary>
    /// <param name="trial">The other model's own.</param>
    public static ImmutableArray<TrialScore> OfAnother(Model model, ModelTrial trial, TrainingRun run, CancellationToken cancellation)
    {
        // One of which nobody noted what it saw may have seen them all.
        if (model.Header.Outlets is null)
            return [];
        var has = trial.Scores.Select(score => score.Article).ToHashSet(StringComparer.Ordinal);
        var asked = run.Trial.Scores.Where(score => !has.Contains(score.Article) && score.Outlet != Article.UnknownOutlet && !model.Header.HasSeen(score.Outlet)).ToArray();
        var articles = run.OutOfFold.Select(score => score.Row.Example).DistinctBy(example => (example.Outlet, example.Article.Id))
            .ToDictionary(example => KeyOf(example.Outlet, example.Article.Id), example => example.Article);
        var counter = new GramCounter(model.Layout);
        var scores = new TrialScore[asked.Length];
        Parallel.For(0, asked.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var analysis = ArticleAnalyzer.Analyze(articles[asked[i].Article]);
            var score = model.Score(FeatureSet.Measure(analysis), counter.Count(MaskedText.Of(analysis)), analysis.Body.Words);
            scores[i] = asked[i] with { Score = score.Score!.Value };
        });
        return [.. scores];
    }

    /// <param name="withLabels">Whether the labels go along, which may be another's.</param>
    public string ToText(bool withLabels)
    {
        var text = new StringBuilder(Heading).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"model\t{Model}\n");
        foreach (var score in Scores.OrderBy(score => score.Article, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"score\t{score.Article}\t{OneCell(score.Outlet)}\t{score.Score}{(withLabels && score.Label is { } label ? $"\t{label.ToString(CultureInfo.InvariantCulture)}" : "")}\n");
        return text.ToString();
    }

    /// <param name="name">The file's name, for messages.</param>
    public static ModelTrial Parse(string text, string name)
    {
        var (model, scores, articles) = ("", ImmutableArray.CreateBuilder<TrialScore>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (line, index) in text.Split('\n').Select((line, index) => (line, index)).Where(pair => pair.line.Length > 0 && pair.line[0] != '#'))
        {
            switch (line.TrimEnd('\r').Split('\t'))
            {
                case ["model", var version]:
                    model = version;
                    break;
                case ["seen", _]:
                    // Written by programs whose models did not name their outlets themselves.
                    break;
                case ["score", var article, var outlet, var score, .. var label] when label.Length <= 1 && Number(score) is { } value:
                    if (!articles.Add(article))
                        throw new ModelException($"{name}:{index + 1}: article {article} stands there twice");
                    scores.Add(new(article, outlet, value, label is [var given] ? Number(given) : null));
                    break;
                default:
                    throw new ModelException($"{name}:{index + 1}: neither the model nor a score of an article");
            }
        }

        return new(model, scores.DrainToImmutable());
    }

    static string OneCell(string text) => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
