using System.Diagnostics;
using System.Globalization;

namespace ReliabilityEngine.Soak;

/// <param name="Complaints">What was not as it must be.</param>
/// <param name="Summary">What was done, a line each.</param>
sealed record SoakVerdict(IReadOnlyList<string> Complaints, IReadOnlyList<string> Summary);

/// <summary>Kills the worker at random moments while articles come in by every way at once, and counts in the end.</summary>
sealed class KillRun(SoakPlan plan, string folder)
{
    // The witness's own connection puts a database in order that was left in the middle of something; the worker is to do so itself, mostly.
    const int LivesPerLengthening = 50;
    const int KillsBetweenChecks = 10;
    const int LongestStartMilliseconds = 800;

    readonly ArticleStream _stream = new(plan.Seed);
    readonly Random _random = new(plan.Seed);
    readonly Pace _pace = new(plan);
    readonly List<string> _complaints = [];
    readonly List<string> _summary = [];
    int _early;
    int _checks;

    public async Task<SoakVerdict> Run(CancellationToken cancellation)
    {
        Directory.CreateDirectory(WorkerProcess.InboxIn(folder));
        await using var feed = new FeedServer(_stream, Numbers(IsFed), Math.Max(1, plan.Kills / 4));
        await feed.Start();
        using var worker = new WorkerProcess(folder, Settings(feed));
        var http = new HttpSender(_stream, worker, _pace);
        var inbox = new InboxSender(_stream, WorkerProcess.InboxIn(folder), _pace);
        worker.Start();
        var sending = Task.WhenAll(http.Send(Numbers(IsPosted), plan.Seed, cancellation), inbox.Send(Numbers(IsDropped), plan.Seed + 1, cancellation));
        await KillAll(worker, sending, cancellation);
        await sending;
        var further = await ReadThrough(feed, worker, cancellation);
        await worker.UntilReady(cancellation);
        await WorkerProcess.Until(async () => Directory.GetFiles(WorkerProcess.InboxIn(folder)).Length == 0 && await worker.QueueDepth() == 0, cancellation);
        await End(worker);
        Count(http.Refusals, further);
        return new(_complaints, _summary);
    }

    async Task KillAll(WorkerProcess worker, Task sending, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (_pace.Kills < plan.Kills && !sending.IsFaulted)
        {
            await KillOnce(worker, cancellation);
            if (_pace.Kills % KillsBetweenChecks == 0 || _pace.Kills == plan.Kills)
                CheckIntegrity();
            worker.Start();
        }

        Say($"{_pace.Kills} kills in {watch.Elapsed.TotalMinutes:0.0} min, {_early} of them while it started");
    }

    /// <summary>Mostly at work, sometimes before it is ready.</summary>
    async Task KillOnce(WorkerProcess worker, CancellationToken cancellation)
    {
        if (_random.Next(8) == 0)
        {
            _early++;
            await Task.Delay(_random.Next(LongestStartMilliseconds), cancellation);
        }
        else
        {
            await worker.UntilReady(cancellation);
            await Task.Delay(plan.LongestLife * _random.NextDouble(), cancellation);
        }

        if (worker.HasEnded)
            _complaints.Add($"the worker had ended by itself with {worker.ExitCode}: {await worker.Log}");
        await worker.Kill();
        _pace.CountKill();
    }

    /// <summary>A feed is read at the start, and then not within the next minutes. Lives grow longer, so that it is read through on a busy machine too.</summary>
    async Task<int> ReadThrough(FeedServer feed, WorkerProcess worker, CancellationToken cancellation)
    {
        var further = 0;
        for (; !feed.IsReadThrough && further < plan.Kills + 50; further++)
        {
            await worker.Kill();
            var answers = feed.Answers;
            worker.Start();
            await WorkerProcess.Until(() => Task.FromResult(feed.Answers > answers), cancellation);
            await Task.Delay(plan.LongestLife * (_random.NextDouble() * (1 + (further / LivesPerLengthening))), cancellation);
        }

        return further;
    }

    async Task End(WorkerProcess worker)
    {
        var took = await worker.Terminate();
        Say($"SIGTERM ended the last process within {took.TotalSeconds:0.0} s, code {worker.ExitCode}");
        if (took > TimeSpan.FromSeconds(5) || worker.ExitCode != 0)
            _complaints.Add($"SIGTERM: {took}, code {worker.ExitCode}");
        CheckIntegrity();
    }

    void CheckIntegrity()
    {
        if (!File.Exists(WorkerProcess.DatabaseIn(folder)))
            return;
        _checks++;
        if (Witness.Integrity(WorkerProcess.DatabaseIn(folder)) is var answer && answer != "ok")
            _complaints.Add($"after {_pace.Kills} kills PRAGMA integrity_check said: {answer}");
    }

    void Count(int refusals, int further)
    {
        var expected = Enumerable.Range(0, plan.Articles).Select(number => _stream.Article(number, IsTwice(number) ? 1 : 0)).ToDictionary(article => article.Number);
        var former = Numbers(IsTwice).Select(number => _stream.Article(number)).ToList();
        _complaints.AddRange(Witness.Complaints(WorkerProcess.DatabaseIn(folder), expected, number => !IsFed(number), former));
        Say($"{plan.Articles} articles: {Numbers(IsPosted).Count()} over HTTP, {Numbers(IsDropped).Count()} in files, {Numbers(IsFed).Count()} from a feed; {former.Count} of them corrected later");
        Say($"{refusals} times the queue was full and the sender told to come again; {further} further kills until the feed was read through");
        Say($"PRAGMA integrity_check: {_checks} times, the database has {new FileInfo(WorkerProcess.DatabaseIn(folder)).Length >> 20} MB");
    }

    void Say(FormattableString line) => _summary.Add(line.ToString(CultureInfo.InvariantCulture));

    IEnumerable<int> Numbers(Func<int, bool> way) => Enumerable.Range(0, plan.Articles).Where(way);

    static bool IsPosted(int number) => number % 10 < 5;

    static bool IsDropped(int number) => number % 10 is >= 5 and < 9;

    static bool IsFed(int number) => number % 10 == 9;

    static bool IsTwice(int number) => IsPosted(number) && HttpSender.IsCorrected(number);

    static Dictionary<string, string> Settings(FeedServer feed) => new()
    {
        ["RELIABILITY_FEEDS__0__ADDRESS"] = feed.Address,
        ["RELIABILITY_FETCH__ALLOWEDHOSTS__0"] = "127.0.0.1",
        ["RELIABILITY_FETCH__HOSTDELAYSECONDS"] = "0",
        // A try counts when it begins, so that kills use them up: more than there are kills.
        ["RELIABILITY_QUEUE__TRIES"] = "100000",
        ["RELIABILITY_QUEUE__CAPACITY"] = "400",
        ["RELIABILITY_QUEUE__LEASESECONDS"] = "10",
        ["RELIABILITY_QUEUE__SECONDSPERARTICLE"] = "10",
        ["RELIABILITY_QUEUE__FIRSTPAUSESECONDS"] = "0",
        ["RELIABILITY_INBOX__SETTLESECONDS"] = "0",
        ["RELIABILITY_INBOX__POLLSECONDS"] = "0.05",
    };
}
