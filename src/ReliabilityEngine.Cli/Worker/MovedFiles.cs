using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>
/// Tells files that were renamed or moved to where they stand from files that are written there. Writing sets both times of a file,
/// renaming only that of its status (POSIX, rename): where the status changed after the last write, nobody has written since.
/// </summary>
static class MovedFiles
{
    // struct statx of Linux, the same on every processor.
    const int Size = 256;
    const int ChangedAt = 96;
    const int WrittenAt = 112;
    const int Mode = 28;
    const uint TypeAndTimes = 0xC1;
    const int TypeBits = 0xF000;
    const int Regular = 0x8000;
    const int CurrentFolder = -100;

    /// <summary>False where the system does not tell: then the file has to stand still for a while.</summary>
    public static bool WasMoved(string path) => StatusOf(path) is { } status && Moment(status, ChangedAt) > Moment(status, WrittenAt);

    /// <summary>A pipe or a device: reading it may wait for ever. Not known of where the system does not tell.</summary>
    public static bool IsSpecial(string path) => StatusOf(path) is { } status && (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(Mode)) & TypeBits) != Regular;

    static byte[]? StatusOf(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            var status = new byte[Size];
            return Status(CurrentFolder, path, 0, TypeAndTimes, status) == 0 ? status : null;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Nanoseconds; seconds of eight bytes, then a part of four.</summary>
    static Int128 Moment(ReadOnlySpan<byte> status, int at) =>
        ((Int128)BinaryPrimitives.ReadInt64LittleEndian(status[at..]) * 1_000_000_000) + BinaryPrimitives.ReadUInt32LittleEndian(status[(at + 8)..]);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Status(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] status);
}
