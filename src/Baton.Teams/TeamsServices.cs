using Baton.Teams.Connector;
using Baton.Teams.Connector.Credentials;
using Baton.Teams.Files;
using Baton.Teams.Tokens;
using Baton.Teams.Tokens.Keys;
using Baton.Teams.Watching;
using Baton.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using System.Diagnostics.Metrics;

namespace Baton.Teams;

/// <summary>Registers what stands between Baton and Teams' wire: who is believed, and what is called.</summary>
public static class TeamsServices
{
    /// <summary>
    /// Adds <see cref="IActivityTokens"/> and <see cref="IConnector"/>. Both live in the world's time, whatever clock the rest of the process has: tokens and limits do.
    /// </summary>
    public static IServiceCollection AddTeamsWire(this IServiceCollection services, TeamsOptions options) => services.AddTeamsWire(options, KeyDocuments.Limit);

    /// <summary>The same, with another limit for fetching keys.</summary>
    internal static IServiceCollection AddTeamsWire(this IServiceCollection services, TeamsOptions options, TimeSpan keysLimit)
    {
        services.AddMetrics();
        services.AddWireClient(ConnectorCaller.Client).AddWireClient(KeyDocuments.Client).AddWireClient(FileUploads.Client);
        services.TryAddSingleton(options);
        services.AddSingleton(new ServiceUrls(options));
        return services.AddTokens(options, keysLimit).AddConnector(options);
    }

    private static IServiceCollection AddTokens(this IServiceCollection services, TeamsOptions options, TimeSpan keysLimit)
    {
        if (options.Auth == TeamsAuth.None)
        {
            return services.AddSingleton<IActivityTokens, UnsignedActivities>();
        }

        var cloud = CloudAddresses.Of(options);
        return services
            .AddSingleton<TokenRules>()
            .AddSingleton(s => new KnownIssuers(options, Keys(s, "the channel service", cloud.ChannelMetadata, keysLimit), Keys(s, "Entra", cloud.EntraMetadata, keysLimit)))
            .AddSingleton<IActivityTokens, ActivityTokens>();
    }

    private static KeyRing Keys(IServiceProvider services, string name, Uri metadata, TimeSpan limit)
    {
        var transport = new WireTransport(services.GetRequiredService<IHttpClientFactory>(), KeyDocuments.Client, TimeProvider.System) { Limit = limit, MaxBytes = KeyDocuments.MaxBytes };
        return new KeyRing(name, new KeyDocuments(transport, metadata), TimeProvider.System, services.GetRequiredService<ILogger<KeyRing>>());
    }

    private static IServiceCollection AddConnector(this IServiceCollection services, TeamsOptions options) => services
        .AddSingleton(_ => new BotTokens(BotCredential.Of(options), CloudAddresses.Of(options).Scope, TimeProvider.System))
        .AddSingleton(_ => new ConnectorPace(TimeProvider.System))
        .AddSingleton<TeamsHealth>()
        .AddSingleton(s => new ConnectorCaller(
            new WireTransport(s.GetRequiredService<IHttpClientFactory>(), ConnectorCaller.Client, TimeProvider.System),
            s.GetRequiredService<BotTokens>(),
            s.GetRequiredService<ConnectorPace>(),
            s.GetRequiredService<ServiceUrls>(),
            new CallMeter(s.GetRequiredService<IMeterFactory>(), "Teams", "Teams' connector"),
            s.GetRequiredService<TeamsHealth>(),
            TimeProvider.System,
            s.GetRequiredService<ILogger<ConnectorCaller>>()))
        .AddSingleton(s => new TeamsProbe(s.GetRequiredService<BotTokens>(), s.GetService<KnownIssuers>()))
        .AddSingleton<IConnector, ConnectorClient>();
}
