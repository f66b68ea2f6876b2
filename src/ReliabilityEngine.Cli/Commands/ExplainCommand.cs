using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Shows an article with everything that its score was made of.</summary>
sealed class ExplainCommand : Verb
{
    readonly DatabaseFeature _database;
    readonly InstrumentFeature _instrument;

    readonly Argument<string> _article = new("article") { Description = "A file with one article, an address, - for standard input, or the id of a stored article (or outlet/id)." };

    public ExplainCommand()
        : base(
            "explain", "Show an article with its sources, guesses, chains, rules and points.",
            "reliability explain data/samples/guesswork-lighthouse-blackout.json",
            "reliability explain \"harbour post/quay-closes\"")
    {
        Add(_article);
        _instrument = new(this);
        _database = new(this);
        Run(Explain);
    }

    int Explain(Call call)
    {
        var reference = call.Value(_article)!;
        var isInput = reference == StandardInput.Argument || WebPages.IsAddress(reference) || File.Exists(reference);
        using var database = isInput ? _database.OpenIfThere(call) : _database.OpenExisting(call);
        var article = isInput
            ? OnlyArticle(call, reference)
            : new ArticleStore(database!, OutletNames.Default).Only(reference).Article;
        var scored = ScorerInUse.Load(database, _instrument.InstrumentOf(call), call.Options.Admiralty).Score(article);
        Explanation.Write(call.Terminal, scored.Analysis, scored.Score);
        return ExitCode.Done;
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
