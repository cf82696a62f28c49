using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.StandIn;

/// <summary>An app that keeps what Slack tells it and answers as it is told to.</summary>
internal sealed class RawApp : IAsyncDisposable
{
    private readonly WebApplication server;

    private RawApp(Func<Told, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(100));
        server = builder.Build();
        server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
            var told = new Told(context.Request.Path, headers, await reader.ReadToEndAsync());
            Heard.Enqueue(told);
            await answer(told, context);
        });
    }

    public ConcurrentQueue<Told> Heard { get; } = [];

    public Uri Address => new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<RawApp> StartAsync(Func<Told, HttpContext, Task>? answer = null)
    {
        var app = new RawApp(answer ?? ((_, _) => Task.CompletedTask));
        await app.server.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>One request of Slack's.</summary>
    internal sealed record Told(string Path, IReadOnlyDictionary<string, string> Headers, string Body);
}
