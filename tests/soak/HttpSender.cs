using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ReliabilityEngine.Soak;

/// <summary>
/// Hands articles in over HTTP as a careful sender does: again and again until they are acknowledged, some of them twice, and some, once
/// acknowledged, with a corrected text.
/// </summary>
sealed class HttpSender(ArticleStream stream, WorkerProcess worker, Pace pace)
{
    /// <summary>How often it was told to come again later.</summary>
    public int Refusals { get; private set; }

    public static bool IsCorrected(int number) => number % 20 == 4;

    public async Task Send(IEnumerable<int> numbers, int seed, CancellationToken cancellation)
    {
        var random = new Random(seed);
        foreach (var batch in numbers.Chunk(10))
        {
            await pace.Turn(batch[^1], cancellation);
            await Post(batch.Select(number => stream.Article(number)), cancellation);
            if (random.Next(10) == 0)
                await Post(batch.Select(number => stream.Article(number)), cancellation);
            if (batch.Where(IsCorrected).ToList() is { Count: > 0 } corrected)
                await Post(corrected.Select(number => stream.Article(number, version: 1)), cancellation);
        }
    }

    /// <summary>Ends when they are acknowledged.</summary>
    public async Task Post(IEnumerable<SoakArticle> articles, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(Lines(articles));
        while (await TryPost(body, cancellation) != HttpStatusCode.Accepted)
            await Task.Delay(50, cancellation);
    }

    public static string Lines(IEnumerable<SoakArticle> articles) =>
        string.Join('\n', articles.Select(article => JsonSerializer.Serialize(new { id = article.Id, outlet = article.Outlet, title = article.Title, text = article.Text })));

    /// <summary>Null where no answer came: it is dead, or died while it answered.</summary>
    async Task<HttpStatusCode?> TryPost(byte[] body, CancellationToken cancellation)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using var response = await worker.Client.PostAsync(worker.Url("/api/v1/articles"), content, cancellation);
            Refusals += response.StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
