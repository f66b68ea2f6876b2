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

    async Task<int> Analyze(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var withText = parsed.GetValue(_withText);
        var printer = Printer(_format.Of(parsed), terminal);
        var batch = new Batch(terminal, _input.Of(parsed));
        await foreach (var report in batch.Run(article => Measure(article, withText), cancellation))
            printer.Print(report);
        printer.Finish();
        return batch.Finish(_input.IsStrict(parsed));
    }

    static AnalysisReport Measure(ReadArticle read, bool withText)
    {
        var analysis = ArticleAnalyzer.Analyze(read.Article);
        return new(analysis, FeatureSet.Measure(analysis), Extractor.Version, withText || read.TextWasExtracted);
    }

    static ResultPrinter<AnalysisReport> Printer(OutputFormat format, Terminal terminal) => format switch
    {
        OutputFormat.Csv => new CsvPrinter<AnalysisReport>(terminal.Out, AnalysisReport.CsvColumns),
        OutputFormat.Table => new TablePrinter<AnalysisReport>(terminal.Out, terminal.Width, AnalysisReport.TableColumns),
        _ => new JsonPrinter<AnalysisReport>(terminal.OutStream, format == OutputFormat.Json, AnalysisJson.Write),
    };
}
