using Baton.Slack.Tests.Wire;
using Baton.Teams.Connector;
using Baton.Teams.StandIn;
using Baton.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Tests.Wire;

/// <summary>The wire of Teams as the host composes it, with its logs in hand.</summary>
internal sealed class TeamsParts : IAsyncDisposable
{
    // Tests may stand still for a while on a machine that does other things.
    private static readonly TimeSpan KeysLimit = TimeSpan.FromMinutes(5);

    private readonly ServiceProvider services;

    private TeamsParts(ServiceProvider services, LogLines logs) => (this.services, Logs) = (services, logs);

    public LogLines Logs { get; }

    public IActivityTokens Tokens => Get<IActivityTokens>();

    public IConnector Connector => Get<IConnector>();

    /// <summary>Parts that talk to that stand-in.</summary>
    public static TeamsParts Of(StrictTeams teams, Action<TeamsOptions>? change = null, Action<IServiceCollection>? replace = null)
    {
        var options = new TeamsOptions
        {
            AppId = teams.Settings.AppId,
            TenantId = teams.Settings.TenantId,
            ClientSecret = teams.Settings.ClientSecret,
            Authority = teams.Address.AbsoluteUri,
            ServiceUrls = { teams.ServiceUrl.AbsoluteUri },
        };
        change?.Invoke(options);
        return Of(options, replace);
    }

    /// <summary>Parts with that configuration.</summary>
    public static TeamsParts Of(TeamsOptions options, Action<IServiceCollection>? replace = null)
    {
        var logs = new LogLines();
        var all = new ServiceCollection().AddTeamsWire(options, KeysLimit).AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        replace?.Invoke(all);
        return new TeamsParts(all.BuildServiceProvider(), logs);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
