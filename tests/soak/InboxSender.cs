using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ReliabilityEngine.Soak;

/// <summary>Writes files beside the inbox's names and renames them, as the manual asks; some of them twice, some with a broken line.</summary>
sealed class InboxSender(ArticleStream stream, string folder, Pace pace)
{
    const int MostWaiting = 50;

    public async Task Send(IEnumerable<int> numbers, int seed, CancellationToken cancellation)
    {
        var random = new Random(seed);
        foreach (var batch in numbers.Chunk(10))
        {
            await pace.Turn(batch[^1], cancellation);
            while (Directory.GetFiles(folder).Length > MostWaiting)
                await Task.Delay(50, cancellation);
            for (var copies = random.Next(10) == 0 ? 2 : 1; copies > 0; copies--)
                Drop(string.Create(CultureInfo.InvariantCulture, $"{batch[0]}-{copies}"), batch, random.Next(4));
        }
    }

    void Drop(string name, int[] numbers, int form)
    {
        var articles = numbers.Select(number => stream.Article(number)).ToList();
        var lines = HttpSender.Lines(articles);
        var (extension, content) = form switch
        {
            0 => (".json", Encoding.UTF8.GetBytes($"[{lines.Replace('\n', ',')}]")),
            1 => (".jsonl.gz", Packed(Encoding.UTF8.GetBytes(lines))),
            2 => (".jsonl", Encoding.UTF8.GetBytes($"nonsense\n{lines}")),
            _ => (".jsonl", Encoding.UTF8.GetBytes(lines)),
        };
        var part = Path.Combine(folder, $"{name}.part");
        File.WriteAllBytes(part, content);
        File.Move(part, Path.Combine(folder, name + extension));
    }

    static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest))
            packer.Write(bytes);
        return packed.ToArray();
    }
}
