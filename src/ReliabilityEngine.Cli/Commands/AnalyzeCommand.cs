using System.CommandLine;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Prints what was found in articles; stores nothing.</summary>
sealed class AnalyzeCommand : Verb
{
    readonly InputFeature _input;
    readonly FormatFeature _format;
    readonly Option<bool> _withText = new("--with-text") { Description = "Print the text too; spans count its UTF-16 code units." };

    public AnalyzeCommand()
        : base(
            "analyze", "Print what was found in articles: sources, hedges, speculations, chains, features.",
            "reliability analyze data/samples/scoop-ferry-tender.json",
            "reliability analyze articles.jsonl --format csv > features.csv")
    {
        _input = new(this);
        _format = new(this, "jsonl");
        Add(_withText);
        Run(Analyze);
    }

    async Task<int> Analyze(Call call)
    {
        var withText = call.Value(_withText);
        var printer = _format.Printer(call, AnalysisReport.Shape);
        var batch = new Batch(call, _input.Of(call));
        await foreach (var report in batch.Run(article => Measure(article, withText)))
            printer.Print(report);
        printer.Finish();
        return batch.Finish(_input.IsStrict(call));
    }

    static AnalysisReport Measure(ReadArticle read, bool withText)
    {
        var analysis = ArticleAnalyzer.Analyze(read.Article);
        return new(analysis, FeatureSet.Measure(analysis), Extractor.Version, withText || read.TextWasExtracted);
    }
}
