using Baton.Teams.StandIn.Connector;
using Baton.Teams.StandIn.Delivery;
using Baton.Teams.StandIn.Directory;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.StandIn.Files;
using Baton.Teams.StandIn.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.StandIn;

/// <summary>
/// A tenant of Teams on loopback, for tests: the connector, which refuses what Teams refuses; Entra, which gives the bot its tokens; and the channel service, which signs what it brings.
/// People act through <c>SayAsync</c>, <c>PressAsync</c> and their like.
/// </summary>
public sealed partial class StrictTeams : IAsyncDisposable
{
    private const string ServicePath = "/emea";

    private readonly WebApplication server;
    private readonly TeamsTime time = new();
    private readonly Tenant tenant;
    private readonly ConnectorEndpoint connector;
    private readonly Courier courier;

    private StrictTeams(StrictTeamsSettings settings)
    {
        Settings = settings;
        tenant = new Tenant(settings, time);
        Limits = new ConnectorLimits(time);
        Tokens = new TokenDesk(settings, time);
        connector = new ConnectorEndpoint(tenant, Tokens, Limits, Faults, time);
        courier = new Courier(settings);
        ChannelKeys = new KeyHouse("/v1/.well-known/openidconfiguration", "/v1/.well-known/keys", settings.ChannelIssuer);
        EntraKeys = new KeyHouse("/common/v2.0/.well-known/openid-configuration", "/common/discovery/v2.0/keys", "https://login.microsoftonline.com/{tenantid}/v2.0");
        ChannelKey = new SigningPair("channel-1") { Endorsements = ["msteams"] };
        ChannelKeys.Publish(ChannelKey);
        server = Build();
    }

    /// <summary>What is agreed with the bot.</summary>
    public StrictTeamsSettings Settings { get; }

    /// <summary>How often the bot may call.</summary>
    public ConnectorLimits Limits { get; }

    /// <summary>What goes wrong next with the bot's calls.</summary>
    public ConnectorFaults Faults { get; } = new();

    /// <summary>Where the bot gets its tokens.</summary>
    public TokenDesk Tokens { get; }

    /// <summary>What the channel service publishes.</summary>
    public KeyHouse ChannelKeys { get; }

    /// <summary>What Entra publishes.</summary>
    public KeyHouse EntraKeys { get; }

    /// <summary>Where files of people are.</summary>
    public OneDrive Drive { get; } = new();

    /// <summary>What the channel service signs with.</summary>
    public SigningPair ChannelKey { get; private set; }

    /// <summary>Where all of it is: <c>Teams:Authority</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The connector: <c>Teams:ServiceUrls:0</c>.</summary>
    public Uri ServiceUrl => new(Address, $"{ServicePath}/");

    /// <summary>Where the bot takes activities, <c>http://127.0.0.1:…/api/messages</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>All calls of the bot's in the order in which they were answered.</summary>
    public IReadOnlyList<ConnectorLogEntry> Calls => connector.Log;

    /// <summary>Starts one on a free port.</summary>
    public static async Task<StrictTeams> StartAsync(StrictTeamsSettings? settings = null)
    {
        var teams = new StrictTeams(settings ?? new StrictTeamsSettings());
        await teams.server.StartAsync();
        teams.Address = new Uri(teams.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        teams.connector.Operations = new Operations(teams.tenant, teams.ServiceUrl.AbsoluteUri);
        return teams;
    }

    /// <summary>Pushes Teams' clock: tokens end, allowances come back.</summary>
    public void Advance(TimeSpan by) => time.Advance(by);

    /// <summary>Lets the channel service sign with a new key from now on; the old one is published no more.</summary>
    public void RotateKey()
    {
        ChannelKey.Dispose();
        ChannelKey = new SigningPair($"channel-{Guid.NewGuid():N}") { Endorsements = ["msteams"] };
        ChannelKeys.Publish(ChannelKey);
    }

    /// <summary>Ends it; connections are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        courier.Dispose();
        ChannelKey.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        ChannelKeys.Map(app);
        EntraKeys.Map(app);
        Tokens.Map(app);
        connector.Map(app, ServicePath);
        Drive.Map(app);
        return app;
    }
}
