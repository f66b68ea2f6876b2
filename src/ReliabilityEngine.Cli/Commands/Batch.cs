using ReliabilityEngine.Cli.Ingestion;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Work over all articles of a command line: bad ones are named and counted, the rest goes on.</summary>
sealed class Batch(Call call, InputPaths input)
{
    static readonly char[] Digits = [.. "0123456789"];

    readonly Terminal _terminal = call.Terminal;
    readonly Dictionary<string, (int Count, string First)> _unreadableDates = [];
    readonly Dictionary<string, (int Count, string First)> _unsoundLabels = [];

    public int Read { get; private set; }

    public int Bad { get; private set; }

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
            progress.Show(Read, reader.BytesRead);
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
        foreach (var (file, (count, first)) in _unsoundLabels)
            _terminal.Log($"{file}: {(count == 1 ? "one label is" : $"{count} labels are")} left out ({first})");
        if (Bad > 0 && Read + Bad > 1)
            _terminal.Log($"{Bad} of {Read + Bad} articles could not be read");
        if (Read == 0 && Bad == 0)
            throw new Refusal("no article in the input, expected .jsonl, .json, .txt, .md, .html or .htm files");
        return Read == 0 || (strict && Bad > 0) ? ExitCode.BadInput : ExitCode.Done;
    }

    void Count(Reading reading)
    {
        if (reading is BadInput bad)
        {
            Bad++;
            _terminal.Log(bad.ToString());
            return;
        }

        Read++;
        if (reading is ReadArticle { DateIsUnreadable: true })
            Note(_unreadableDates, reading.Place, reading.Place);
        foreach (var trouble in (reading as ReadArticle)?.LabelTroubles ?? [])
            Note(_unsoundLabels, reading.Place, $"the first at {reading.Place}: {trouble}");
    }

    /// <summary>Counts under the file that a place lies in.</summary>
    static void Note(Dictionary<string, (int Count, string First)> troubles, string place, string what)
    {
        var file = place.TrimEnd(Digits).TrimEnd(':');
        var (count, first) = troubles.GetValueOrDefault(file, (0, what));
        troubles[file] = (count + 1, first);
    }

    static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
