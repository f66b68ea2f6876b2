using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Ingestion.Feeds;
using ReliabilityEngine.Cli.Ingestion.Fetching;
using ReliabilityEngine.Cli.Ingestion.Importing;
using ReliabilityEngine.Cli.Reports;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Turns what other programs and data sets hold into articles, to be piped into other commands.</summary>
sealed class ImportCommand : Verb
{
    readonly Argument<string> _kind = new("kind") { Description = "What it is: semeval, nela, csv, warc, or feed.", HelpName = "semeval|nela|csv|warc|feed" };

    readonly Argument<string> _path = new("path") { Description = "The file; for a feed, a file or an address." };

    readonly Option<string> _truth = new("--truth") { Description = "SemEval's file of labels and addresses that belongs to the articles.", HelpName = "file" };

    readonly Option<string> _columns = new("--columns")
    {
        Description = "For csv and warc: which column is what, such as text=body,outlet=source; others by their usual names.",
        HelpName = "mapping",
    };

    readonly Option<bool> _strict = new("--strict") { Description = "End with code 1 when any article cannot be read." };

    public ImportCommand()
        : base(
            "import", "Turn data sets, tables and feeds into articles, one JSON object a line.",
            "reliability import semeval articles.xml --truth ground-truth.xml > articles.jsonl",
            "reliability import csv export.csv --columns text=body,outlet=source | reliability score -",
            "reliability import feed https://news.example/feed.xml | reliability analyze -")
    {
        _kind.OneOf("semeval", "nela", "csv", "warc", "feed");
        Add(_kind);
        Add(_path);
        Add(_truth);
        Add(_columns);
        Add(_strict);
        Run(Import);
    }

    async Task<int> Import(Call call)
    {
        var printer = new JsonPrinter<ReadArticle>(call.Terminal.OutStream, asArray: false, (json, read) => ArticleLine.Write(json, read.Article, read.Labels));
        var (good, bad) = (0, 0);
        var undated = new List<string>();
        await foreach (var reading in Readings(call))
        {
            call.Cancellation.ThrowIfCancellationRequested();
            if (reading is ReadArticle read)
            {
                printer.Print(read);
                if (read.DateIsUnreadable)
                    undated.Add(read.Place);
                good++;
            }
            else
            {
                call.Terminal.Log(reading.ToString());
                bad++;
            }
        }

        if (undated.Count > 0)
            call.Terminal.Log($"{undated[0]}: a date that cannot be read, expected one such as 2025-03-04; {undated.Count} of {good} were left out");
        if (good + bad == 0)
            call.Terminal.Log($"{call.Value(_path)}: no articles in it");
        if (bad > 0)
            call.Terminal.Log($"{bad} of {good + bad} articles could not be read");
        return good == 0 || (bad > 0 && call.Value(_strict)) ? ExitCode.BadInput : ExitCode.Done;
    }

    IAsyncEnumerable<Reading> Readings(Call call)
    {
        var path = call.Value(_path)!;
        var fields = call.Value(_columns) is { } mapping ? MappedFields.Parse(mapping) : MappedFields.Common;
        return call.Value(_kind) switch
        {
            "feed" => Feed(call, path),
            "semeval" => SemEvalReader.Read(path, Open(path), Truths(call), call.Options.MaxArticleBytes).ToAsyncEnumerable(),
            "nela" => NelaDatabase.Read(Existing(path), call.Options.MaxArticleBytes).ToAsyncEnumerable(),
            "csv" => CsvArticles.Read(path, TableText.Open(Open(path)), call.Options.MaxArticleBytes, fields).ToAsyncEnumerable(),
            _ => ArchiveLines.Read(path, Open(path), call.Options.MaxArticleBytes, fields).ToAsyncEnumerable(),
        };
    }

    Dictionary<string, SemEvalTruth> Truths(Call call)
    {
        if (call.Value(_truth) is not { } path)
            return [];
        using var stream = Open(path);
        try
        {
            return SemEvalReader.ReadTruths(stream);
        }
        catch (System.Xml.XmlException error)
        {
            throw new Refusal($"{path}: not the XML of labels: {SafeXml.Explain(error)}");
        }
    }

    static async IAsyncEnumerable<Reading> Feed(Call call, string path)
    {
        using var fetcher = new Fetcher(call.Options.Fetch, call.Options.MaxArticleBytes, TimeProvider.System);
        var pages = new FeedPages(fetcher);
        var address = WebPages.IsAddress(path) ? new Uri(path) : new Uri(Path.GetFullPath(Existing(path)));
        Feed feed;
        try
        {
            feed = address.IsFile ? FeedReader.Read(ReadAll(path)) : (await pages.Open(address, default, call.Cancellation)).Feed!;
        }
        catch (Exception error) when (error is InvalidDataException or FetchTrouble)
        {
            throw new Refusal($"{path}: {error.Message}");
        }

        foreach (var lack in feed.Lacks)
            yield return lack;
        foreach (var item in feed.Items)
            yield return await pages.Read(address, feed, item, mayWait: false, call.Cancellation);
    }

    static byte[] ReadAll(string path)
    {
        using var stream = Open(path);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(Existing(path));
        }
        catch (UnauthorizedAccessException)
        {
            throw new Refusal($"{path}: no permission to read it");
        }
    }

    static string Existing(string path) => File.Exists(path) ? path : throw new Refusal($"{path}: no such file");
}
