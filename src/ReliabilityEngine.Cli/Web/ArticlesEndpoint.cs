using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Storage;

namespace ReliabilityEngine.Cli.Web;

/// <summary>
/// <c>POST /api/v1/articles</c>: one article or several, as JSON or JSON Lines. 202 says that they stand in the database and will be scored;
/// 429 that the queue is full and nothing was taken, 413 that so many would never fit.
/// </summary>
sealed class ArticlesEndpoint(ArticleQueue queue, int maxArticleBytes)
{
    const int RetryAfterSeconds = 5;
    const string Place = "request";

    public async Task Post(HttpContext context)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        bool? isLines = type switch
        {
            "application/json" => false,
            "application/x-ndjson" or "application/jsonl" or "application/x-jsonlines" => true,
            _ => null,
        };
        if (isLines is null)
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, "expected application/json or application/x-ndjson");
            return;
        }

        if (context.Request.Headers.ContentEncoding.ToString() is { Length: > 0 } encoding)
        {
            await Refuse(context, StatusCodes.Status415UnsupportedMediaType, $"Content-Encoding {encoding}, expected a body that is not packed");
            return;
        }

        var body = await Read(context);
        if (body is null)
            return;
        var readings = isLines.Value ? JsonLinesReader.Read(Place, body, maxArticleBytes) : JsonFileReader.Read(Place, body.GetBuffer().AsMemory(0, (int)body.Length), maxArticleBytes);
        await Take(context, [.. TracedReadings.Of(readings).DefaultIfEmpty(new BadInput(Place, "empty, expected an article"))]);
    }

    static async Task<MemoryStream?> Read(HttpContext context)
    {
        try
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            return body;
        }
        catch (BadHttpRequestException error)
        {
            await Refuse(context, error.StatusCode, error.Message);
            return null;
        }
    }

    async Task Take(HttpContext context, List<Reading> readings)
    {
        var articles = readings.OfType<ReadArticle>().ToList();
        if (articles.Count == 0)
        {
            await Answer(context, StatusCodes.Status400BadRequest, [], readings);
            return;
        }

        if (articles.Count > queue.Capacity)
        {
            await Refuse(context, StatusCodes.Status413PayloadTooLarge, $"{articles.Count} articles, expected at most {queue.Capacity} at once; nothing was taken");
            return;
        }

        try
        {
            if (!queue.TryAdd([.. articles.Select(article => new Arrival("http", article.Article) { Labels = article.Labels, Trace = article.Trace })]))
            {
                await SendAway(context, StatusCodes.Status429TooManyRequests, "the queue is full; nothing was taken");
                return;
            }
        }
        catch (SqliteException error)
        {
            await SendAway(context, StatusCodes.Status503ServiceUnavailable, $"{StorageTrouble.Explain(error)}; nothing was taken");
            return;
        }

        Telemetry.Accepted.Add(articles.Count, new KeyValuePair<string, object?>("source", "http"));
        await Answer(context, StatusCodes.Status202Accepted, articles, readings);
    }

    /// <summary>For a while.</summary>
    static Task SendAway(HttpContext context, int status, string reason)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Refuse(context, status, reason);
    }

    static async Task Answer(HttpContext context, int status, List<ReadArticle> articles, List<Reading> readings)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("articles");
        foreach (var article in articles.Select(read => read.Article))
        {
            json.WriteStartObject();
            json.WriteString("id", article.Id);
            json.WriteString("outlet", article.Outlet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("bad");
        foreach (var bad in readings.OfType<BadInput>())
        {
            json.WriteStartObject();
            json.WriteString("place", bad.Place);
            json.WriteString("reason", bad.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        // Fields may be added to an answer; an empty list would only puzzle those who send no labels.
        if (articles.Any(read => read.LabelTroubles.Length > 0))
            WriteLabelTroubles(json, articles);
        json.WriteEndObject();
    }

    static void WriteLabelTroubles(Utf8JsonWriter json, List<ReadArticle> articles)
    {
        json.WriteStartArray("labels_left_out");
        foreach (var read in articles)
        {
            foreach (var trouble in read.LabelTroubles)
                json.WriteStringValue($"{read.Place}: {trouble}");
        }

        json.WriteEndArray();
    }

    static async Task Refuse(HttpContext context, int status, string reason)
    {
        Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("reason", status));
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { error = reason });
    }
}
