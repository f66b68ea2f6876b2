using System.Diagnostics;
using System.Globalization;

namespace ReliabilityEngine.Soak;

/// <summary>
/// Programs that hear Ctrl+C. A shell that starts something behind an ampersand has it ignore the signal, and all that it starts in turn:
/// tests that are run so would wait for an end that never comes.
/// </summary>
static class Interruptible
{
    const ulong Interrupt = 1 << 1;

    /// <summary>The same start, with the signal's usual meaning where this process was told to ignore it.</summary>
    public static ProcessStartInfo Of(ProcessStartInfo start)
    {
        if (!IsIgnored())
            return start;
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "--default-signal=INT");
        start.FileName = "env";
        return start;
    }

    static bool IsIgnored() => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
}
