using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Worker;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Prints what was found in articles; stores nothing.</summary>
sealed class AnalyzeCommand : Verb
{
    readonly InputFeature _input;
    readonly FormatFeature _format;
    readonly InstrumentFeature _instrument;
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
        _instrument = new(this);
        Run(Analyze);
    }

    async Task<int> Analyze(Call call)
    {
        var withText = call.Value(_withText);
        var printer = _format.Printer(call, AnalysisReport.Shape);
        var batch = new Batch(call, _input.Of(call));
        var instrument = _instrument.InstrumentOf(call);
        await foreach (var report in batch.Run(article => Measure(instrument, article, withText)))
            printer.Print(report);
        printer.Finish();
        return batch.Finish(_input.IsStrict(call));
    }

    static AnalysisReport Measure(Instrument instrument, ReadArticle read, bool withText)
    {
        var (analysis, vector) = instrument.Measure(read.Article);
        return new(analysis, vector, instrument.Version, withText || read.TextWasExtracted);
    }
}
