using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion.Gold;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Learning.Extractions;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Measures what is found in articles against what people found in them.</summary>
sealed class EvaluateExtractionCommand : Verb
{
    readonly InstrumentFeature _instrument;
    readonly FormatFeature _format;

    readonly Option<string[]> _gold = new("--gold")
    {
        Description = "A folder of annotated articles: text/ with attributions/, a table of sources beside them, or ID.json with ID.gold.tsv; may be given several times.",
        HelpName = "folder",
        Required = true,
    };

    readonly Option<string[]> _sources = new("--sources")
    {
        Description = "A table of sources and their kinds that stands elsewhere.",
        HelpName = "file",
    };

    readonly Option<string> _analysis = new("--analysis")
    {
        Description = "Measure what was found before, as analyze printed it, and analyse nothing.",
        HelpName = "file",
    };

    readonly Option<int> _worst = new Option<int>("--worst")
    {
        Description = "How many of the worst articles to name.",
        HelpName = "articles",
        DefaultValueFactory = _ => 20,
    }.Within(0);

    public EvaluateExtractionCommand()
        : base(
            "extraction", "Measure what is found in articles against what people found in them.",
            "reliability evaluate extraction --gold annotated",
            "reliability evaluate extraction --gold annotated --sources kinds.tsv --format json > figures.json",
            "reliability evaluate extraction --gold annotated --analysis other-tool.jsonl")
    {
        foreach (var option in (Option[])[_gold, _sources, _analysis, _worst])
            Add(option);
        _instrument = new(this);
        _format = new(this, "table", FormatFeature.Markdown);
        Run(Evaluate);
    }

    int Evaluate(Call call)
    {
        var articles = GoldFolders.Read(call.Value(_gold)!, call.Value(_sources) ?? []);
        var found = call.Value(_analysis) is { } file ? FoundBefore(articles, file) : FoundNow(call, articles);
        var evaluation = ExtractionEvaluation.Of(found, call.Value(_worst));
        if (_format.IsForReading(call))
            WriteSheets(call, evaluation);
        else
            PrintAll(_format.Printer(call, ExtractionRow.Shape), ExtractionRow.Of(evaluation));
        return ExitCode.Done;
    }

    IReadOnlyList<(GoldArticle, Findings)> FoundNow(Call call, IReadOnlyList<GoldArticle> articles)
    {
        var instrument = _instrument.InstrumentOf(call);
        return [.. articles.AsParallel().AsOrdered().WithCancellation(call.Cancellation).Select(gold => (gold, Findings.Of(instrument.Analyze(gold.Article))))];
    }

    static IReadOnlyList<(GoldArticle, Findings)> FoundBefore(IReadOnlyList<GoldArticle> articles, string file)
    {
        var found = AnalysisFile.Read(file);
        var missing = articles.Where(gold => !found.ContainsKey(gold.Article.Id)).ToList();
        return missing.Count == 0
            ? [.. articles.Select(gold => (gold, found[gold.Article.Id]))]
            : throw new Refusal($"{file}: {missing.Count} of {articles.Count} articles are not in it, the first: {missing[0].Article.Id}");
    }

    void WriteSheets(Call call, ExtractionEvaluation evaluation)
    {
        var gap = "";
        foreach (var sheet in ExtractionSheet.Of(evaluation, isWide: _format.IsMarkdown(call)))
        {
            call.Terminal.Out.WriteLine(_format.IsMarkdown(call) ? $"{gap}### {sheet.Title}\n" : gap + sheet.Title);
            PrintAll(_format.PagePrinter(call, sheet.Columns), sheet.Rows);
            gap = "\n";
        }
    }

    static void PrintAll<T>(ResultPrinter<T> printer, IEnumerable<T> rows)
    {
        foreach (var row in rows)
            printer.Print(row);
        printer.Finish();
    }
}
