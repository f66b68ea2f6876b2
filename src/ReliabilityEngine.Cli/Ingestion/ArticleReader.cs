using System.IO.Compression;
using ReliabilityEngine.Cli.Ingestion.Fetching;

namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>Reads articles from any source; whatever is wrong with one is its own, and the next is read all the same.</summary>
/// <param name="maxArticleBytes">What a single article may have, whatever the format.</param>
sealed class ArticleReader(int maxArticleBytes)
{
    const int MaxJsonFile = 1 << 29;

    static readonly byte[] GzipMark = [0x1f, 0x8b];

    long _bytesBefore;
    long _bytesRead;

    /// <summary>How far it is through all the files that it was given; may be asked from another thread.</summary>
    public long BytesRead => Volatile.Read(ref _bytesRead);

    public IEnumerable<Reading> Read(InputSource source)
    {
        using var readings = TracedReadings.Of(ReadWhole(source)).GetEnumerator();
        var any = false;
        while (true)
        {
            Reading reading;
            try
            {
                if (!readings.MoveNext())
                    break;
                reading = readings.Current;
            }
            catch (Exception error) when (Unreadable(error) is { } reason)
            {
                reading = new BadInput(source.Name, reason);
            }

            any = true;
            yield return reading;
        }

        if (!any)
            yield return new BadInput(source.Name, "empty, expected an article");
    }

    IEnumerable<Reading> ReadWhole(InputSource source)
    {
        var input = source.Open();
        using var file = input.Stream;
        using var stream = Plain(source.Name, file);
        var readings = input.Format == InputFormat.JsonLines
            ? JsonLinesReader.Read(source.Name, stream, maxArticleBytes)
            : ReadAtOnce(source, stream, input);
        foreach (var reading in readings)
        {
            if (source.Length is not null)
                Volatile.Write(ref _bytesRead, _bytesBefore + file.Position);
            yield return reading;
        }

        _bytesBefore += source.Length ?? 0;
    }

    IEnumerable<Reading> ReadAtOnce(InputSource source, Stream stream, OpenInput input)
    {
        var limit = input.Format == InputFormat.Json ? MaxJsonFile : maxArticleBytes;
        var (bytes, isWhole) = ReadUpTo(stream, limit);
        if (!isWhole)
            return [new BadInput(source.Name, Bytes.TooLong(source.Length ?? limit + 1L, limit, "a file"))];
        if (bytes.IsEmpty)
            return [];
        return input.Format switch
        {
            InputFormat.Json => JsonFileReader.Read(source.Name, bytes, maxArticleBytes),
            InputFormat.Html => [HtmlReader.Read(source.Name, bytes, input.Charset, input.Address)],
            _ => [PlainTextReader.Read(source.Name, bytes.Span)],
        };
    }

    static Stream Plain(string name, Stream stream)
    {
        if (!name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return stream;
        var mark = new byte[2];
        if (stream.Read(mark) < 2 || !mark.AsSpan().SequenceEqual(GzipMark))
            throw new InvalidDataException("not gzip data, which the name announces");
        stream.Position = 0;
        return new GZipStream(stream, CompressionMode.Decompress);
    }

    static (ReadOnlyMemory<byte> Bytes, bool IsWhole) ReadUpTo(Stream stream, int limit)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (memory.Length <= limit && stream.Read(buffer) is > 0 and var count)
            memory.Write(buffer, 0, count);
        return (memory.GetBuffer().AsMemory(0, (int)memory.Length), memory.Length <= limit);
    }

    static string? Unreadable(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "no permission to read it",
        FetchTrouble => error.Message,
        InvalidDataException => $"damaged: {error.Message}",
        IOException => $"cannot be read: {error.Message}",
        _ => null,
    };
}
