using System.CommandLine;
using System.IO.Compression;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands.Labels;

/// <summary>Takes labels of stored articles from a file.</summary>
sealed class LabelImportCommand : Verb
{
    readonly Argument<string> _path = new("path") { Description = "A table (.csv), or an object a line (.jsonl, also .gz), which may be a labelled article; - for standard input." };
    readonly Option<bool> _strict = new("--strict") { Description = "End with code 1 when any row cannot be taken." };
    readonly LabellerFeature _labeller;
    readonly DatabaseFeature _database;

    public LabelImportCommand()
        : base(
            "import", "Take labels of stored articles from a file.",
            "reliability label import labels.csv", "reliability label import rated.jsonl --labeller \"newsroom panel\"",
            "reliability label export | ssh desk reliability label import -")
    {
        Add(_path);
        Add(_strict);
        _labeller = new(this);
        _database = new(this);
        Run(Import);
    }

    int Import(Call call)
    {
        using var database = _database.OpenExisting(call);
        var (store, taken, passed, labelled) = (new LabelStore(database, OutletNames.Default), 0, 0, new HashSet<long>());
        database.InTransaction(transaction =>
        {
            foreach (var row in Rows(call))
            {
                call.Cancellation.ThrowIfCancellationRequested();
                var troubles = row.Troubles.ToList();
                if (Article(store, row, troubles) is { } article)
                {
                    var at = row.At ?? TimeProvider.System.GetUtcNow();
                    store.Store(row.Labels.Select(label => new StoredLabel(article, label.Key, row.Labeller ?? _labeller.Of(call), label.Value, row.Note, at)), transaction);
                    taken += row.Labels.Count;
                    labelled.Add(article);
                }

                foreach (var trouble in troubles)
                    call.Terminal.Log($"{row.Place}: {trouble}");
                passed += troubles.Count > 0 ? 1 : 0;
            }
        });
        var troubled = passed == 0 ? "" : passed == 1 ? "; 1 row with troubles" : $"; {passed} rows with troubles";
        call.Terminal.Out.WriteLine($"{Numbers.Of(taken, "label")} of {Numbers.Of(labelled.Count, "article")} taken{troubled}");
        LabelProgress.Write(call.Terminal, store.All());
        return taken == 0 || (passed > 0 && call.Value(_strict)) ? ExitCode.BadInput : ExitCode.Done;
    }

    static long? Article(LabelStore store, LabelRow row, List<string> troubles)
    {
        if (row.Id is not { } id || row.Labels.IsEmpty)
            return null;
        var name = row.Outlet is { } outlet ? $"{outlet}/{id}" : id;
        switch (store.Articles(row.Outlet, id))
        {
            case [var article]:
                return article;
            case []:
                troubles.Add($"{name} is not in the database; score it first");
                return null;
            default:
                troubles.Add($"{name} stands for several articles, expected an \"outlet\" as well");
                return null;
        }
    }

    IEnumerable<LabelRow> Rows(Call call)
    {
        var path = call.Value(_path)!;
        if (path != StandardInput.Argument && !File.Exists(path))
            throw new Refusal($"{path}: no such file");
        var isTable = Path.GetExtension(Unpacked(path)).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        if (path != StandardInput.Argument && !isTable && InputSource.FormatOf(path) is not (InputFormat.JsonLines or InputFormat.Json))
            throw new Refusal($"{path}: unknown kind of file, expected .csv or .jsonl (or one of them with .gz)");
        using var reader = path == StandardInput.Argument ? new StreamReader(Console.OpenStandardInput()) : Open(path);
        using var rows = LabelFile.Read(path == StandardInput.Argument ? "<stdin>" : path, reader,
            path == StandardInput.Argument ? reader.Peek() is not '{' : isTable, call.Options.MaxArticleBytes).GetEnumerator();
        while (Next(rows))
            yield return rows.Current;
    }

    static string Unpacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;

    static StreamReader Open(string path)
    {
        Stream stream = File.OpenRead(path);
        return new(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
    }

    static bool Next(IEnumerator<LabelRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (InvalidDataException error)
        {
            throw new Refusal(error.Message);
        }
    }
}
