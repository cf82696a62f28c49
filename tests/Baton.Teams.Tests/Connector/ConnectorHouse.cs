using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Baton.Teams.Connector;
using Baton.Teams.Connector.Credentials;
using Baton.Teams.StandIn;
using Baton.Teams.Tests.Wire;
using Baton.Teams.Watching;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Tests.Connector;

/// <summary>The client and a tenant with a team, a person and an installed app; waits between tries are short.</summary>
internal sealed class ConnectorHouse : IAsyncDisposable
{
    /// <summary>How long one call may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private ConnectorHouse(StrictTeams teams, TeamsParts parts)
    {
        (Teams, Parts) = (teams, parts);
        Ann = teams.AddPerson("Ann Lee", "ann@example.com");
        Team = teams.AddTeam(Ann);
        Chat = teams.OpenChat(Ann);
    }

    public StrictTeams Teams { get; }

    public TeamsParts Parts { get; }

    public TeamsPerson Ann { get; }

    /// <summary>The team, and its general channel.</summary>
    public string Team { get; }

    /// <summary>Ann's chat with the bot.</summary>
    public string Chat { get; }

    public IConnector Connector => Parts.Connector;

    public Uri Service => Teams.ServiceUrl;

    /// <param name="time">What measures how long one call may take; the real time usually.</param>
    /// <param name="change">What is configured otherwise.</param>
    public static async Task<ConnectorHouse> OpenAsync(TimeProvider? time = null, Action<TeamsOptions>? change = null)
    {
        var teams = await StrictTeams.StartAsync();
        return new ConnectorHouse(teams, TeamsParts.Of(teams, change, services => services.AddSingleton(s => new ConnectorCaller(
            new WireTransport(s.GetRequiredService<IHttpClientFactory>(), ConnectorCaller.Client, time ?? TimeProvider.System) { Limit = Limit },
            s.GetRequiredService<BotTokens>(),
            s.GetRequiredService<ConnectorPace>(),
            s.GetRequiredService<ServiceUrls>(),
            new CallMeter(s.GetRequiredService<IMeterFactory>(), "Teams", "Teams' connector"),
            s.GetRequiredService<TeamsHealth>(),
            new Hurry(),
            s.GetRequiredService<ILogger<ConnectorCaller>>()))));
    }

    public static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    public Task<ConnectorReply<string>> SendAsync(string conversation, string text) => Connector.SendAsync(Service, conversation, Message(text), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Parts.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
