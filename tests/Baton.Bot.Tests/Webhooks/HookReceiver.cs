using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Baton.Bot.Tests.Webhooks;

/// <summary>Another system that takes events, as strict as the specification lets it be: it refuses what is not signed, not dated now, or not JSON. Its verifier is its own.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly WebApplication app;
    private readonly byte[] key;
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();

    private HookReceiver(WebApplication app, byte[] key) => (this.app, this.key) = (app, key);

    /// <summary>What it answers to a message that is right, by how many came before.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = (http, _) =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public string Url => $"{app.Urls.First()}/events";

    public int Count { get; private set; }

    public static async Task<HookReceiver> StartAsync(byte[] key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new HookReceiver(builder.Build(), key);
        receiver.app.Map("/{**path}", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The next message, whether it was refused or not.</summary>
    public async Task<Received> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        return await received.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Whether nothing more has come.</summary>
    public bool IsQuiet => !received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var (id, stamp, signatures) = (http.Request.Headers["webhook-id"].ToString(), http.Request.Headers["webhook-timestamp"].ToString(), http.Request.Headers["webhook-signature"].ToString());
        var isRight = http.Request.Method == "POST" && http.Request.Path == "/events" && http.Request.ContentType == "application/json; charset=utf-8" && id.Length is > 0 and <= 256 && !id.Contains('.', StringComparison.Ordinal)
            && long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && (TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() < Tolerance
            && signatures.Split(' ').Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{stamp}."), .. body.ToArray()])));
        var before = Count++;
        if (isRight)
        {
            await Answer(http, before);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        received.Writer.TryWrite(new Received(id, signatures, JsonDocument.Parse(body.ToArray()).RootElement, isRight));
    }
}

/// <summary>A message that came.</summary>
internal sealed record Received(string Id, string Signatures, JsonElement Body, bool IsRight)
{
    public string Type => Body.GetProperty("type").GetString()!;

    public JsonElement Data => Body.GetProperty("data");
}
