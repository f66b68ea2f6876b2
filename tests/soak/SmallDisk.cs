using System.Diagnostics;
using System.Globalization;

namespace ReliabilityEngine.Soak;

/// <summary>The worker on a disk that is too small, and then on one that has grown.</summary>
static class SmallDisk
{
    const int Articles = 3000;

    public static async Task<SoakVerdict> Run(int seed, string parent, CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, "small")).FullName;
        if (Mount("-t", "tmpfs", "-o", "size=12m", "none", folder) is { } refusal)
            return new([], [$"disk full: not shown, a small tmpfs may not be mounted here ({refusal})"]);
        try
        {
            return await Fill(seed, folder, cancellation);
        }
        finally
        {
            Call("umount", folder);
        }
    }

    static async Task<SoakVerdict> Fill(int seed, string folder, CancellationToken cancellation)
    {
        var (complaints, summary) = (new List<string>(), new List<string>());
        Directory.CreateDirectory(WorkerProcess.InboxIn(folder));
        using var worker = new WorkerProcess(folder, Settings);
        var stream = new ArticleStream(seed);
        var numbers = Enumerable.Range(0, Articles);
        worker.Start();
        await worker.UntilReady(cancellation);
        var sending = new HttpSender(stream, worker, new(new(1, Articles, seed))).Send(numbers, seed, cancellation);
        await WorkerProcess.Until(() => Task.FromResult(worker.HasEnded), cancellation);
        var message = (await worker.Log).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        summary.Add(string.Create(CultureInfo.InvariantCulture, $"disk full: the worker ended with {worker.ExitCode}: {message}"));
        if (worker.ExitCode != 2 || !message.Contains("disk is full", StringComparison.Ordinal))
            complaints.Add($"disk full: ended with {worker.ExitCode}: {await worker.Log}");
        Mount("-o", "remount,size=400m", folder);
        worker.Start();
        await sending;
        await worker.UntilReady(cancellation);
        await WorkerProcess.Until(async () => await worker.QueueDepth() == 0, cancellation);
        await worker.Terminate();
        if (Witness.Integrity(WorkerProcess.DatabaseIn(folder)) is var answer && answer != "ok")
            complaints.Add($"disk full: PRAGMA integrity_check said: {answer}");
        var expected = numbers.Select(number => stream.Article(number, HttpSender.IsCorrected(number) ? 1 : 0)).ToDictionary(article => article.Number);
        var former = numbers.Where(HttpSender.IsCorrected).Select(number => stream.Article(number)).ToList();
        complaints.AddRange(Witness.Complaints(WorkerProcess.DatabaseIn(folder), expected, _ => true, former).Select(complaint => $"disk full: {complaint}"));
        summary.Add(string.Create(CultureInfo.InvariantCulture, $"disk grown: all {Articles} articles stored once"));
        return new(complaints, summary);
    }

    static Dictionary<string, string> Settings => new()
    {
        ["RELIABILITY_QUEUE__TRIES"] = "100000",
        ["RELIABILITY_QUEUE__LEASESECONDS"] = "30",
        ["RELIABILITY_QUEUE__FIRSTPAUSESECONDS"] = "0",
    };

    static string? Mount(params string[] arguments) => Call("mount", arguments);

    /// <summary>What it complained of, or null.</summary>
    static string? Call(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
