using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReliabilityEngine.Cli.Configuration;

namespace ReliabilityEngine.Cli.Web;

/// <summary>Lets those in who may: with the token, where there is one; on the loopback address only under its own names.</summary>
sealed class CallerGuard(HttpOptions options)
{
    const string Scheme = "Bearer ";

    static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    readonly byte[]? _token = options.Token.Length > 0 ? SHA256.HashData(Encoding.UTF8.GetBytes(options.Token)) : null;

    public Task Admit(HttpContext context, RequestDelegate next)
    {
        // A page in a browser may call under a name that it has made to point here (DNS rebinding).
        if (options.IsLoopback() && !IsOwnName(context.Request.Host.Host))
            return Refuse(context, StatusCodes.Status403Forbidden, "host");
        if (context.Request.Path.StartsWithSegments("/health") || HasToken(context.Request))
            return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(context, StatusCodes.Status401Unauthorized, "token");
    }

    bool IsOwnName(string host) =>
        LoopbackNames.Contains(host, StringComparer.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && address.Equals(options.EndPoint()!.Address));

    /// <summary>Compared by hash and in constant time: neither length nor beginning can be guessed by the clock.</summary>
    bool HasToken(HttpRequest request)
    {
        if (_token is null)
            return true;
        var shown = request.Headers.Authorization.ToString();
        var token = shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? shown[Scheme.Length..].Trim() : "";
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), _token);
    }

    static Task Refuse(HttpContext context, int status, string reason)
    {
        Telemetry.Refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
