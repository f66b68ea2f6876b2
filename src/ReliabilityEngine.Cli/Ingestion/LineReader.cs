namespace ReliabilityEngine.Cli.Ingestion;

/// <summary>A line without its end.</summary>
/// <param name="Bytes">Valid until the next line is read; empty where the line was longer than the limit.</param>
readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, long Length);

/// <summary>Cuts a stream into lines without ever holding more of one than a limit.</summary>
static class LineReader
{
    const int FirstBuffer = 1 << 16;

    public static IEnumerable<Line> Read(Stream stream, int limit)
    {
        var buffer = new byte[Math.Min(FirstBuffer, limit + 1)];
        var (start, end, number, dropped) = (0, 0, 0, 0L);
        while (true)
        {
            var feed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                yield return Cut(feed);
                start += feed + 1;
                continue;
            }

            MakeRoom();
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > start || dropped > 0)
            yield return Cut(end - start);

        Line Cut(int length)
        {
            var whole = dropped + length;
            var line = new Line(++number, whole > limit ? default : buffer.AsMemory(start, TrimmedLength(length)), whole);
            dropped = 0;
            return line;
        }

        int TrimmedLength(int length) => length > 0 && buffer[start + length - 1] == '\r' ? length - 1 : length;

        void MakeRoom()
        {
            if (end - start > limit || dropped > 0)
            {
                dropped += end - start;
                (start, end) = (0, 0);
            }
            else if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, limit + 1L));
            }
        }
    }
}
