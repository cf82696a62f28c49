using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Wire;

/// <summary>Registers HTTP clients for <see cref="WireTransport"/>.</summary>
public static class WireClients
{
    /// <summary>Adds clients of that name. They follow no redirects, which would carry a message or a token elsewhere, and write no log of their own: addresses may be secrets.</summary>
    public static IServiceCollection AddWireClient(this IServiceCollection services, string name)
    {
        services.AddHttpClient(name)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }

    // Traces, too, would carry addresses.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50),
        ActivityHeadersPropagator = null,
    };
}
