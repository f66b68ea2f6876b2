using System.IO.Compression;

namespace ReliabilityEngine.Cli.Ingestion.Fetching;

/// <summary>Reads the body of an answer, unpacked, and stops where it passes the limit, packed or unpacked.</summary>
static class BoundedBody
{
    const int MostLayers = 2;

    public static async Task<ReadOnlyMemory<byte>> Read(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > limit)
            throw new FetchTrouble($"a body of {response.Content.Headers.ContentLength} bytes, expected at most {limit}");
        using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = await ReadUpTo(stream, limit, "sent", cancellation);
        var layers = response.Content.Headers.ContentEncoding.Where(name => !name.Equals("identity", StringComparison.OrdinalIgnoreCase)).Reverse().ToList();
        if (layers.Count > MostLayers)
            throw new FetchTrouble($"a body packed {layers.Count} times, expected at most {MostLayers}");
        foreach (var layer in layers)
            body = await Unpack(body, layer, limit, cancellation);
        return body;
    }

    static async Task<ReadOnlyMemory<byte>> Unpack(ReadOnlyMemory<byte> packed, string encoding, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream(packed.ToArray());
        try
        {
            switch (encoding.ToLowerInvariant())
            {
                // Some servers announce gzip and send plain text.
                case "gzip" or "x-gzip" when packed.Span is not [0x1f, 0x8b, ..]:
                    return packed;
                case "gzip" or "x-gzip":
                    return await ReadUpTo(new GZipStream(bytes, CompressionMode.Decompress), limit, "unpacked", cancellation);
                case "deflate":
                    return await ReadUpTo(new ZLibStream(bytes, CompressionMode.Decompress), limit, "unpacked", cancellation);
                case "br":
                    return await ReadUpTo(new BrotliStream(bytes, CompressionMode.Decompress), limit, "unpacked", cancellation);
                default:
                    throw new FetchTrouble($"Content-Encoding {encoding}, expected gzip, deflate or br");
            }
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            throw new FetchTrouble($"a body that is not {encoding}, which its header announces", cause: error);
        }
    }

    static async Task<ReadOnlyMemory<byte>> ReadUpTo(Stream stream, int limit, string state, CancellationToken cancellation)
    {
        await using var _ = stream;
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 15];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (memory.Length + count > limit)
                throw new FetchTrouble($"more than {limit} bytes {state}, expected at most that many");
            memory.Write(buffer, 0, count);
        }

        return memory.GetBuffer().AsMemory(0, (int)memory.Length);
    }
}
