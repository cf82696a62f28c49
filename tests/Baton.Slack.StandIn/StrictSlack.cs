using System.Collections.Concurrent;
using Baton.Slack.StandIn.Acts;
using Baton.Slack.StandIn.Delivery;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.StandIn.Sockets;
using Baton.Slack.StandIn.WebApi;
using Baton.Slack.StandIn.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.StandIn;

/// <summary>
/// A workspace of Slack's on loopback, for tests. It refuses what Slack refuses, shows what each person sees, and tells the app what people do: signed over HTTP, or over sockets.
/// People act through <c>PressAsync</c>, <c>SubmitAsync</c>, <c>CommandAsync</c> and their like.
/// </summary>
public sealed partial class StrictSlack : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly WorkspaceState state;
    private readonly ApiLog log;
    private readonly HttpDelivery http;
    private readonly Courier courier;
    private readonly Payloads payloads;
    private readonly ResponseUrlEndpoint responses;
    private readonly FileMethods files;
    private readonly ConcurrentBag<Task> echoes = [];

    private StrictSlack(StrictSlackSettings settings)
    {
        Settings = settings;
        state = new WorkspaceState(settings, new WorkspaceTime());
        log = new ApiLog(state.Time);
        Limits = new RateLimits(state.Time);
        Sockets = new SocketHub(settings, Delivery);
        http = new HttpDelivery(settings, Delivery);
        courier = new Courier(settings, Delivery, http, Sockets);
        payloads = new Payloads(state);
        var lane = new Lane(Posted, Changed, Deleted);
        files = new FileMethods(state);
        responses = new ResponseUrlEndpoint(state, lane, Faults, log);
        server = Build(new ApiEndpoint(state, new MethodTable(state, lane, Sockets, files), Limits, Faults, log));
    }

    /// <summary>What is agreed with the app.</summary>
    public StrictSlackSettings Settings { get; }

    /// <summary>How requests reach the app, and how badly.</summary>
    public DeliverySettings Delivery { get; } = new();

    /// <summary>How often the app may call.</summary>
    public RateLimits Limits { get; }

    /// <summary>What goes wrong next.</summary>
    public ApiFaults Faults { get; } = new();

    /// <summary>The app's sockets, in Socket Mode.</summary>
    public SocketHub Sockets { get; }

    /// <summary>Where the Web API is, with <c>/api/</c> at the end.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where an installation begins; whoever comes is taken to have approved.</summary>
    public Uri AuthorizeUrl => new(ApiUrl, "/oauth/v2/authorize");

    /// <summary>All calls of the app's in the order in which they were answered.</summary>
    public IReadOnlyList<ApiLogEntry> Calls => log.Entries;

    /// <summary>Files that the app shared, oldest first.</summary>
    public IReadOnlyList<SeenFile> Files
    {
        get
        {
            lock (state.Gate)
            {
                return [.. state.Files.Shared];
            }
        }
    }

    /// <summary>Starts a workspace on a free port.</summary>
    public static async Task<StrictSlack> StartAsync(StrictSlackSettings? settings = null)
    {
        var slack = new StrictSlack(settings ?? new StrictSlackSettings());
        await slack.server.StartAsync();
        var address = new Uri(slack.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        slack.ApiUrl = new Uri(address, "/api/");
        slack.payloads.Server = slack.files.Server = address;
        slack.Sockets.Listen(address);
        return slack;
    }

    /// <summary>Pushes the workspace's clock: triggers and response addresses expire, allowances come back.</summary>
    public void Advance(TimeSpan by) => state.Time.Advance(by);

    /// <summary>Lets the workspace's clock stand still but for <see cref="Advance"/>: however slow the machine is, nothing expires or comes back by itself.</summary>
    public void StopClock() => state.Time.Stop();

    /// <summary>Sends the events that were held.</summary>
    /// <param name="backwards">The last first.</param>
    public Task ReleaseAsync(bool backwards = false) => courier.ReleaseAsync(backwards);

    /// <summary>Ends it; connections are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(echoes);
        Sockets.Drop();
        await server.DisposeAsync();
        http.Dispose();
    }

    private WebApplication Build(ApiEndpoint api)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        app.UseWebSockets();
        app.Map("/api/{method}", (HttpContext context, string method) => api.AnswerAsync(context, method));
        app.MapPost("/response/{path}", (HttpContext context, string path) => responses.AnswerAsync(context, path));
        app.MapPost(FileMethods.Route + "{path}", (HttpContext context, string path) => files.TakeAsync(context, path));
        app.Map("/link/", Sockets.AcceptAsync);
        app.MapGet("/oauth/v2/authorize", Authorize);
        return app;
    }

    private IResult Authorize(string client_id, string scope, string? redirect_uri, string? state)
    {
        if (client_id != Settings.ClientId || redirect_uri is null || scope.Length == 0)
        {
            return Results.BadRequest("invalid client or scope");
        }

        lock (this.state.Gate)
        {
            var code = this.state.Installation.NewCode(redirect_uri);
            return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state ?? "")}");
        }
    }

    private void Posted(SeenMessage message) => Echo(() => payloads.Message(message));

    private void Changed(SeenMessage before, SeenMessage after) => Echo(() => payloads.MessageChanged(before, after));

    private void Deleted(SeenMessage message) => Echo(() => payloads.MessageDeleted(message));

    /// <summary>Tells the app of its own act, in the background as Slack does.</summary>
    private void Echo(Func<System.Text.Json.Nodes.JsonObject> payload)
    {
        if (Delivery.Echo)
        {
            var told = payload();
            echoes.Add(Task.Run(() => courier.BringEventAsync(told)));
        }
    }
}
