using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ReliabilityEngine.Soak;

/// <summary>
/// A feed with the pages that it links to. It drops what it announced as soon as the reader shows that feed's validator, for that says that
/// the reader has it all: an article of which this was not true is lost for good.
/// </summary>
sealed class FeedServer : IAsyncDisposable
{
    readonly ArticleStream _stream;
    readonly int[][] _windows;
    readonly WebApplication _app;
    int _window;
    int _answers;

    public FeedServer(ArticleStream stream, IEnumerable<int> numbers, int windows)
    {
        _stream = stream;
        var all = numbers.ToArray();
        _windows = [.. all.Chunk(Math.Max(1, (all.Length + windows - 1) / windows))];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.MapGet("/feed.xml", Answer);
        _app.MapGet("/{number:int}.html", ServePage);
    }

    public string Address => $"{_app.Urls.First()}/feed.xml";

    public bool IsReadThrough => Volatile.Read(ref _window) >= _windows.Length;

    /// <summary>How often the feed was asked for.</summary>
    public int Answers => Volatile.Read(ref _answers);

    public Task Start() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    IResult Answer(HttpContext context)
    {
        if (context.Request.Headers.IfNoneMatch == Tag)
            _window++;
        Interlocked.Increment(ref _answers);
        if (IsReadThrough)
            return Results.StatusCode(StatusCodes.Status304NotModified);
        context.Response.Headers.ETag = Tag;
        return Results.Content(Rss(_windows[_window]), "application/rss+xml; charset=utf-8");
    }

    IResult ServePage(int number) => Results.Content(Page(_stream.Article(number)), "text/html; charset=utf-8");

    string Tag => string.Create(CultureInfo.InvariantCulture, $"\"w{_window}\"");

    string Rss(int[] numbers)
    {
        var items = new StringBuilder();
        foreach (var article in numbers.Select(number => _stream.Article(number)))
            items.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{article.Id}</guid><link>/{article.Number}.html</link><title>{WebUtility.HtmlEncode(article.Title)}</title></item>");
        return $"<rss version=\"2.0\"><channel><title>Soak</title>{items}</channel></rss>";
    }

    static string Page(SoakArticle article)
    {
        var text = new string([.. article.Text.Where(c => !char.IsControl(c))]);
        return $"<html><head><title>{WebUtility.HtmlEncode(article.Title)}</title></head><body><article><h1>{WebUtility.HtmlEncode(article.Title)}</h1><p>{WebUtility.HtmlEncode(text)}</p></article></body></html>";
    }
}
