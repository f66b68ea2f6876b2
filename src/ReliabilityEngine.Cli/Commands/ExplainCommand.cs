using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Shows an article with everything that its score was made of.</summary>
sealed class ExplainCommand : Verb
{
    // Of each target.
    const int MostChanges = 3;

    readonly DatabaseFeature _database;
    readonly InstrumentFeature _instrument;

    readonly Option<string> _format = new("--format") { Description = "For people, or one JSON object.", HelpName = "text|json", DefaultValueFactory = _ => "text" };

    readonly Argument<string> _article = new("article") { Description = "A file with one article, an address, - for standard input, or the id of a stored article (or outlet/id)." };

    public ExplainCommand()
        : base(
            "explain", "Show an article with its sources, guesses, chains, rules and points, and what single change would move its score most.",
            "reliability explain data/samples/guesswork-lighthouse-blackout.json",
            "reliability explain \"harbour post/quay-closes\"",
            "reliability explain draft.md --format json")
    {
        Add(_article);
        _format.OneOf("text", "json");
        Add(_format);
        _instrument = new(this);
        _database = new(this);
        Run(Explain);
    }

    int Explain(Call call)
    {
        var reference = call.Value(_article)!;
        var isInput = reference == StandardInput.Argument || WebPages.IsAddress(reference) || File.Exists(reference);
        using var database = isInput ? _database.OpenIfThere(call) : _database.OpenToRead(call);
        var scorer = ScorerInUse.Load(database, _instrument.InstrumentOf(call), call.Options.Admiralty);
        if (isInput)
            Explain(call, scorer, scorer.Score(OnlyArticle(call, reference)), provenance: null);
        else
            ExplainStored(call, scorer, new(database!, OutletNames.Default, TimeProvider.System, call.Options.Admiralty), reference);
        return ExitCode.Done;
    }

    /// <summary>Beside other articles one can stand for more than its text does.</summary>
    void ExplainStored(Call call, ArticleScorer scorer, Archive archive, string reference)
    {
        var stored = archive.Articles.Only(reference);
        if (stored.TextDropped is { } date)
            throw new Refusal(string.Create(CultureInfo.InvariantCulture, $"{reference}: its text was dropped on {date.UtcDateTime:yyyy-MM-dd}; \"report article\" prints its score"));
        var scored = scorer.Score(stored.Article);
        var provenance = archive.Origins.Of(stored.Key);
        var number = call.Options.Admiralty.Corroborated(scored.Score.InformationCredibility, provenance.Origins);
        Explain(call, scorer, scored with { Score = scored.Score with { InformationCredibility = number } }, provenance);
    }

    void Explain(Call call, ArticleScorer scorer, Scored scored, Provenance? provenance)
    {
        var changes = Changes(scorer, scored);
        if (call.Value(_format) != "json")
        {
            Explanation.Write(call.Terminal, scored.Analysis, scored.Score, provenance, changes);
            return;
        }

        new JsonPrinter<ScoreReport>(call.Terminal.OutStream, asArray: false, ScoreReport.Shape.Json)
            .Print(new(scored.Analysis.Article, scored.Score, Stored: false) { Provenance = provenance, Changes = changes });
    }

    /// <summary>None for a text that cannot be judged.</summary>
    static ImmutableArray<TriedChange> Changes(ArticleScorer scorer, Scored scored)
    {
        return scored.Score.Reliability.Score is null ? [] : new Trials(Score).Best(scored.Analysis, scored.Score, MostChanges);

        (ArticleAnalysis, ArticleScore) Score(Article changed)
        {
            var (analysis, _, score) = scorer.Score(changed);
            return (analysis, score);
        }
    }

    static Article OnlyArticle(Call call, string path)
    {
        var readings = InputFeature.Expand(call, path).Sources.SelectMany(new ArticleReader(call.Options.MaxArticleBytes).Read).Take(2).ToList();
        return readings switch
        {
            [ReadArticle read] => read.Article,
            [BadInput bad] => throw new Refusal(bad.ToString()),
            _ => throw new Refusal($"{path}: several articles, expected one; score them, then explain one by its id"),
        };
    }
}
