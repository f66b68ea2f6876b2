using System.CommandLine;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>What a report is about, in which order, and how much of it.</summary>
sealed class ReportFeature
{
    readonly Option<string> _outlet = new("--outlet") { Description = "Only this outlet.", HelpName = "name" };
    readonly Option<string> _since = new("--since") { Description = "Only articles published on that day or later.", HelpName = "date" };
    readonly Option<string> _until = new("--until") { Description = "Only articles published on that day or earlier.", HelpName = "date" };
    readonly Option<double?> _min = new Option<double?>("--min") { Description = "Only a reliability of so much or more.", HelpName = "0..100" }.Within(0, 100);
    readonly Option<double?> _max = new Option<double?>("--max") { Description = "Only a reliability of so much or less.", HelpName = "0..100" }.Within(0, 100);
    readonly Option<int?> _limit = new Option<int?>("--limit") { Description = "At most so many rows.", HelpName = "rows" }.Within(1);
    readonly Option<bool> _reverse = new("--reverse") { Description = "Turn the order round." };
    readonly Option<string> _sort;

    public ReportFeature(Command command, params string[] sorts)
    {
        _sort = new("--sort") { Description = "What to sort by.", HelpName = string.Join('|', sorts), DefaultValueFactory = _ => sorts[0] };
        _sort.OneOf(sorts);
        foreach (var option in (Option[])[_outlet, _since, _until, _min, _max, _sort, _reverse, _limit])
            command.Add(option);
    }

    public ScoreFilter Filter(Call call) => new(
        call.Value(_outlet) is { } outlet ? OutletNames.Default.Canonical(outlet) : null,
        Day(call, _since),
        // A day without a time stands for its end.
        Day(call, _until) is { TimeOfDay.Ticks: 0 } day ? day.AddDays(1).AddSeconds(-1) : Day(call, _until));

    /// <summary>Scores by other models than those in use stand beside the others, and that is said.</summary>
    public static void SayWhatIsStale(Call call, Database database)
    {
        var inUse = new ModelStore(database, TimeProvider.System).VersionsInUse();
        if (inUse.Count == 0 || new StaleScores(database, TimeProvider.System).CountByOtherModels(inUse) is not (> 0 and var stale))
            return;
        call.Terminal.Log($"{(stale == 1 ? "1 article was" : $"{stale} articles were")} scored by other models than those in use; `reliability rescore` brings them up to date");
    }

    /// <summary>An empty report says why it is empty.</summary>
    /// <param name="nothing">What was not found, such as "no article matches".</param>
    public static void SayThatNothingIsThere(Call call, Database database, string nothing)
    {
        var scored = new ScoreQuery(database).CountLatest();
        call.Terminal.Log(scored == 0
            ? $"{database.Path}: no article is scored yet; `reliability score` does it"
            : $"{nothing}; {(scored == 1 ? "1 article is" : $"{scored} articles are")} scored");
    }

    /// <summary>The rows within the bounds, sorted and cut.</summary>
    /// <param name="reliability">Null where there is none; such rows pass only without bounds.</param>
    /// <param name="sorts">By name of the sort, in its natural order.</param>
    public IEnumerable<T> Arrange<T>(
        Call call, IEnumerable<T> rows, Func<T, double?> reliability, Func<string, IEnumerable<T>, IEnumerable<T>> sorts)
    {
        var (min, max) = (call.Value(_min), call.Value(_max));
        var within = rows.Where(row => !(reliability(row) is var value && ((min is not null && !(value >= min)) || (max is not null && !(value <= max)))));
        var sorted = sorts(call.Value(_sort)!, within);
        return (call.Value(_reverse) ? sorted.Reverse() : sorted).Take(call.Value(_limit) ?? int.MaxValue);
    }

    static DateTimeOffset? Day(Call call, Option<string> option) => call.Value(option) is not { } text
        ? null
        : Dates.Parse(text) ?? throw new Refusal($"{option.Name} {text}: no date, expected one such as 2025-03-31");
}
