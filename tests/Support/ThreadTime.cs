using System.Diagnostics;
using System.Globalization;

namespace ReliabilityEngine.Tests.Support;

/// <summary>Processor time of this thread: what else the machine does takes none of it. Elsewhere than on Linux the time on the wall.</summary>
static class ThreadTime
{
    const int TicksASecond = 100;

    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    static TimeSpan Now()
    {
        if (!OperatingSystem.IsLinux())
            return TimeSpan.FromSeconds(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);
        var status = File.ReadAllText("/proc/thread-self/stat");
        // Behind the name, which may hold anything: the state, ten fields, then time in the program and in the system.
        var fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond);
    }
}
