using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ReliabilityEngine.Cli.Tests.Support;

/// <summary>Takes traces by OTLP, over HTTP or gRPC, and reads the little of the protocol buffers that tells spans apart.</summary>
sealed class Collector : IAsyncDisposable
{
    // opentelemetry/proto: ExportTraceServiceRequest.resource_spans, ResourceSpans.scope_spans, ScopeSpans.spans.
    static readonly int[] PathToSpans = [1, 2, 2];
    const int TraceId = 1;
    const int Name = 5;

    /// <summary>What gRPC puts before a message: whether it is packed, and its length.</summary>
    const int FrameHead = 5;

    readonly WebApplication _app;
    readonly ConcurrentQueue<(string Trace, string Name)> _spans = [];

    Collector(bool grpc)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        _app = builder.Build();
        _app.MapPost("/v1/traces", context => Take(context, 0));
        _app.MapPost("/opentelemetry.proto.collector.trace.v1.TraceService/Export", context => Take(context, FrameHead));
        _app.MapPost("/{**other}", context => Answer(context, grpc));
    }

    public static async Task<Collector> Start(bool grpc)
    {
        var collector = new Collector(grpc);
        await collector._app.StartAsync();
        return collector;
    }

    public string Address => _app.Urls.First();

    /// <summary>The names of the spans of each trace.</summary>
    public ILookup<string, string> Traces => _spans.ToLookup(span => span.Trace, span => span.Name);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task Take(HttpContext context, int head)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        foreach (var span in Within(body.ToArray().AsMemory(head), PathToSpans))
            _spans.Enqueue((Convert.ToHexString(Fields(span).First(field => field.Number == TraceId).Value.Span), Encoding.UTF8.GetString(Fields(span).First(field => field.Number == Name).Value.Span)));
        await Answer(context, head > 0);
    }

    static async Task Answer(HttpContext context, bool grpc)
    {
        if (!grpc)
            return;
        context.Response.ContentType = "application/grpc";
        context.Response.AppendTrailer("grpc-status", "0");
        await context.Response.Body.WriteAsync(new byte[FrameHead]);
    }

    static IEnumerable<ReadOnlyMemory<byte>> Within(ReadOnlyMemory<byte> message, IEnumerable<int> path) =>
        path.Aggregate([message], (IEnumerable<ReadOnlyMemory<byte>> messages, int number) => messages.SelectMany(Fields).Where(field => field.Number == number).Select(field => field.Value));

    /// <summary>The fields that have a length; the others are passed over.</summary>
    static List<(int Number, ReadOnlyMemory<byte> Value)> Fields(ReadOnlyMemory<byte> message)
    {
        var fields = new List<(int, ReadOnlyMemory<byte>)>();
        while (!message.IsEmpty)
        {
            var tag = Varint(ref message);
            var length = (tag & 7) switch { 0 => 0, 1 => 8, 2 => (int)Varint(ref message), 5 => 4, var kind => throw new InvalidDataException($"wire type {kind}") };
            if ((tag & 7) == 0)
                Varint(ref message);
            if ((tag & 7) == 2)
                fields.Add(((int)(tag >> 3), message[..length]));
            message = message[length..];
        }

        return fields;
    }

    static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        var (value, length) = (0UL, 0);
        while (true)
        {
            var part = message.Span[length];
            value |= (ulong)(part & 0x7f) << (7 * length++);
            if (part < 0x80)
                break;
        }

        message = message[length..];
        return value;
    }
}
