using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Web.Console;
using Baton.Web.Console.Http;
using Baton.Web.Console.Live;
using Baton.Web.Console.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Web.Tests.Console;

/// <summary>A real web server on a free port of this machine with the console, a fake desk and a store in memory.</summary>
public sealed class ConsoleHost : IAsyncDisposable
{
    public static readonly Place Sales = new("console", "sales");
    public static readonly Place Marketing = new("console", "marketing");
    public static readonly EmailAddress Rika = EmailAddress.Parse("rika@example.com");
    public static readonly EmailAddress Sam = EmailAddress.Parse("sam@example.com");

    private WebApplication app = null!;

    private ConsoleHost()
    {
    }

    public HttpClient Http { get; private set; } = new();

    public FakeDesk Desk { get; } = new();

    public MessagesInMemory Messages { get; } = new();

    public MovableTime Time { get; } = new();

    public ConsolePlatform Platform => app.Services.GetRequiredService<ConsolePlatform>();

    public ConsoleFeed Feed => app.Services.GetRequiredService<ConsoleFeed>();

    public static async Task<ConsoleHost> StartAsync(bool enabled = true)
    {
        var host = new ConsoleHost();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(Settings(enabled));
        builder.Services.AddConsole(builder.Configuration, Cards.Codec);
        builder.Services.AddSingleton(new Roster(
        [
            new Person { Email = Rika, Name = "里佳", Roles = Roles.Marketer, Locale = "ja", TimeZone = "Asia/Tokyo" },
            new Person { Email = Sam, Name = "Sam Reed", Roles = Roles.Rep | Roles.Manager },
        ]));
        builder.Services.AddSingleton<IConsoleMessages>(host.Messages);
        builder.Services.AddSingleton<IChatDesk>(host.Desk);
        builder.Services.AddSingleton<TimeProvider>(host.Time);
        host.app = builder.Build();
        host.app.MapConsole();
        await host.app.StartAsync();
        host.Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.app.Urls.Single()) };
        return host;
    }

    public static Dictionary<string, string?> Settings(bool enabled) => new()
    {
        ["Console:Enabled"] = enabled.ToString(),
        ["Console:Places:0:Id"] = "sales",
        ["Console:Places:0:Name"] = "Sales",
        ["Console:Places:0:NameJa"] = "営業",
        ["Console:Places:0:Kind"] = "sales",
        ["Console:Places:0:Locale"] = "ja",
        ["Console:Places:1:Id"] = "marketing",
        ["Console:Places:1:Name"] = "Marketing",
        ["Console:Places:1:Kind"] = "marketing",
    };

    /// <summary>Posts a card as the outbox would, one second after what was posted before.</summary>
    public async Task<MessageRef> PostAsync(Place place, string effect, string? thread = null, int version = 1)
    {
        Time.Advance(TimeSpan.FromSeconds(1));
        return Assert.IsType<SendResult.Sent>(await Platform.PostAsync(new Post(place, thread, effect, Cards.OfHandoff(effect, version)), default)).Message;
    }

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => await ReadAsync(await Http.GetAsync(path), expected);

    public async Task<JsonNode> PostAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await Http.PostAsJsonAsync(path, body), expected);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }
}
