using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Work over all articles of a command line: bad ones are named and counted, the rest goes on.</summary>
sealed class Batch(Call call, InputPaths input)
{
    readonly Terminal _terminal = call.Terminal;
    readonly Dictionary<string, (int Count, string First)> _unreadableDates = [];
    int _read;
    int _bad;

    /// <summary>The work's results in the order of the input.</summary>
    public async IAsyncEnumerable<TResult> Run<TResult>(Func<ReadArticle, TResult> work)
    {
        if (input.PassedOver > 0)
            _terminal.Log($"{Files(input.PassedOver)} passed over: names of no known kind");
        var reader = new ArticleReader(call.Options.MaxArticleBytes);
        var readings = input.Sources.SelectMany(reader.Read);
        var progress = new Progress(_terminal, TimeProvider.System, input.Sources.Sum(source => source.Length));
        await foreach (var (reading, result) in OrderedPipeline.Run(readings, Work, call.Cancellation))
        {
            progress.Show(_read, reader.BytesRead);
            Count(reading);
            if (reading is ReadArticle)
                yield return result!;
        }

        _terminal.ShowStatus("");

        (Reading, TResult?) Work(Reading reading) => (reading, reading is ReadArticle article ? work(article) : default);
    }

    /// <summary>Says what was wrong with the input, and what that makes the command end with.</summary>
    public int Finish(bool strict)
    {
        foreach (var (file, (count, first)) in _unreadableDates)
            _terminal.Log($"{file}: {(count == 1 ? "one date" : $"{count} dates")} of publication cannot be read (the first at {first}), taken as unknown");
        if (_bad > 0 && _read + _bad > 1)
            _terminal.Log($"{_bad} of {_read + _bad} articles could not be read");
        if (_read == 0 && _bad == 0)
            throw new Refusal("no article in the input, expected .jsonl, .json, .txt, .md, .html or .htm files");
        return _read == 0 || (strict && _bad > 0) ? ExitCode.BadInput : ExitCode.Done;
    }

    void Count(Reading reading)
    {
        if (reading is BadInput bad)
        {
            _bad++;
            _terminal.Log(bad.ToString());
            return;
        }

        _read++;
        if (reading is ReadArticle { DateIsUnreadable: true })
        {
            var file = reading.Place.Split(':')[0];
            var (count, first) = _unreadableDates.GetValueOrDefault(file, (0, reading.Place));
            _unreadableDates[file] = (count + 1, first);
        }
    }

    static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
