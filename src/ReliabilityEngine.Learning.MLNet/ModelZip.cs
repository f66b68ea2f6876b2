using System.IO.Compression;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>ML.NET's own model file.</summary>
static class ModelZip
{
    // The first that a zip can tell.
    static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same entries without the time of writing, so that the same model gives the same bytes.</summary>
    public static byte[] WithoutTimes(byte[] zip)
    {
        using var memory = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(zip)))
        using (var to = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                // What is around it compresses all at once, and better.
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copy.LastWriteTime = Never;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return memory.ToArray();
    }
}
