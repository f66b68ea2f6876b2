using System.Collections.Immutable;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Learning;

/// <summary>Scores articles. Safe to share between threads.</summary>
public sealed class Engine
{
    const string Reliability = "reliability";
    const string Bias = "bias";

    readonly ImmutableArray<(Model Model, GramCounter Counter)> _models;
    readonly AdmiraltyScale _scale = AdmiraltyScale.Default;

    Engine(IEnumerable<Model> models)
    {
        var counters = new Dictionary<string, GramCounter>(StringComparer.Ordinal);
        _models =
        [
            .. models.OrderBy(model => model.Target, StringComparer.Ordinal).Select(model => (model, CounterFor(model.Layout, counters))),
        ];
        if (_models.GroupBy(pair => pair.Model.Target, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } several)
            throw new ModelException($"{several.Count()} models of {several.Key}, expected one: {string.Join(", ", several.Select(pair => pair.Model.Version))}");
        Versions = _models.ToImmutableSortedDictionary(pair => pair.Model.Target, pair => pair.Model.Version, StringComparer.Ordinal);
    }

    Engine(Engine other, AdmiraltyScale scale) => (_models, Versions, _scale) = (other._models, other.Versions, scale);

    /// <summary>The versions of the models in use, by target.</summary>
    public ImmutableSortedDictionary<string, string> Versions { get; }

    public IEnumerable<Model> Models => _models.Select(pair => pair.Model);

    /// <summary>What every article is warned of: models that learned from other measurements.</summary>
    public ImmutableArray<string> ModelWarnings => field.IsDefault ? field = [.. OtherExtractors()] : field;

    /// <summary>The models that ship with the engine.</summary>
    public static Engine Load() => Load(Enumerable.Empty<Model>());

    /// <summary>The models that ship with the engine, with others in place of those of the same targets.</summary>
    /// <exception cref="ModelException">Two are of one target.</exception>
    public static Engine Load(params IEnumerable<Model> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var given = models.ToArray();
        return new(given.Concat(Shipped(given.Select(model => model.Target).ToHashSet())));
    }

    /// <summary>The models that ship with the engine, with those of some files in place of the same targets'.</summary>
    /// <exception cref="ModelException">A file is no model that this program can use; its message says why.</exception>
    public static Engine Load(params IEnumerable<string> paths) =>
        Load((paths ?? throw new ArgumentNullException(nameof(paths))).Select(path => ModelFile.Read(File.ReadAllBytes(path), path)));

    /// <summary>The same models, with other cut points for an item's Admiralty number.</summary>
    public Engine With(AdmiraltyScale scale) => new(this, scale);

    /// <summary>Reads and scores an article; one that cannot be judged gets a score that says so, and no exception.</summary>
    public ArticleScore Score(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Score(ArticleAnalyzer.Analyze(article));
    }

    /// <summary>Scores an article by what was found in it.</summary>
    public ArticleScore Score(ArticleAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return Score(analysis, FeatureSet.Measure(analysis));
    }

    /// <param name="features">Measured from the same analysis.</param>
    public ArticleScore Score(ArticleAnalysis analysis, FeatureVector features) => Score(ArticleReading.Of(analysis, features));

    public ArticleScore Score(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Obstacle is { } obstacle)
            return NotJudged(obstacle, reading);
        var grams = new Dictionary<GramCounter, GramVector>();
        var scores = new Dictionary<string, TargetScore>(StringComparer.Ordinal);
        var contributions = ImmutableArray.CreateBuilder<Contribution>();
        foreach (var (model, counter) in _models)
        {
            if (!grams.TryGetValue(counter, out var vector))
                grams[counter] = vector = counter.Count(reading.Text);
            var score = scores[model.Target] = model.Score(reading.Features, vector, reading.Words);
            contributions.AddRange(model.Explain(score, reading, vector));
        }

        var reliability = scores.GetValueOrDefault(Reliability, TargetScore.NotJudged);
        return new()
        {
            Reliability = reliability,
            Bias = scores.GetValueOrDefault(Bias, TargetScore.NotJudged),
            InformationCredibility = _scale.InformationCredibility(reliability.Score, reading.RestsOnOneUnnamedSource),
            Contributions = contributions.DrainToImmutable(),
            Warnings = [.. Warnings(reading)],
            Models = Versions,
            Extractor = Extractor.Version,
            LikelihoodTable = reading.LikelihoodTable,
        };
    }

    IEnumerable<string> OtherExtractors() =>
        from model in Models
        where model.Header.Extractor != Extractor.Version
        group model.Target by model.Header.Extractor into same
        select $"{string.Join(" and ", same)} may be off: trained on measurements by extractor {same.Key}, not {Extractor.Version}";

    IEnumerable<string> Warnings(ArticleReading reading)
    {
        if (reading.Words < Judgement.FewWords)
            yield return $"{reading.Words} words, fewer than {Judgement.FewWords}: wider intervals";
        if (reading.IsPartial)
            yield return "text looks truncated: the score is that of the part";
        foreach (var warning in ModelWarnings)
            yield return warning;
    }

    ArticleScore NotJudged(string obstacle, ArticleReading reading) => new()
    {
        Reliability = TargetScore.NotJudged,
        Bias = TargetScore.NotJudged,
        InformationCredibility = AdmiraltyScale.CannotJudgeItem,
        Contributions = [],
        Warnings = [obstacle],
        Models = Versions,
        Extractor = Extractor.Version,
        LikelihoodTable = reading.LikelihoodTable,
    };

    /// <summary>Models that look at the same n-grams share one count of them.</summary>
    static GramCounter CounterFor(NGramLayout layout, Dictionary<string, GramCounter> counters)
    {
        var key = string.Join('\n', layout.Blocks);
        return counters.TryGetValue(key, out var counter) ? counter : counters[key] = new(layout);
    }

    /// <param name="replaced">Targets whose shipped models are not even read.</param>
    static IEnumerable<Model> Shipped(HashSet<string> replaced) =>
        ShippedModel.All.Where(shipped => shipped.IsDefault && !replaced.Contains(shipped.Target)).Select(shipped => ModelFile.Read(shipped.Bytes, $"{shipped.Name}.model"));
}
