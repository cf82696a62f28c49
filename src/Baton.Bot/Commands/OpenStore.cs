using Baton.Bot.Composition;
using Baton.Handoffs.Handoffs.Desk;

namespace Baton.Bot.Commands;

/// <summary>The product on its store, without a server and without workers: for a command that ends by itself.</summary>
internal static class OpenStore
{
    /// <summary>Opens what is configured; null after telling what is wrong with the configuration.</summary>
    internal static Task<ServiceProvider?> AsConfiguredAsync(CancellationToken cancellation) => OpenAsync(BatonConfiguration.Load(), cancellation);

    /// <summary>Opens what is configured, be it half restored; null after telling what is wrong with the configuration.</summary>
    internal static Task<ServiceProvider?> ForKeepingAsync(CancellationToken cancellation) => OpenAsync(BatonConfiguration.Load(), BatonHost.OpenAsync, cancellation);

    /// <summary>Opens the store of a configuration; null after telling what is wrong with it.</summary>
    internal static Task<ServiceProvider?> OpenAsync(IConfiguration configuration, CancellationToken cancellation) => OpenAsync(configuration, BatonHost.PrepareAsync, cancellation);

    /// <summary>Opens the store of a configuration in one of the host's ways; null after telling what is wrong with it.</summary>
    internal static async Task<ServiceProvider?> OpenAsync(IConfiguration configuration, Func<IServiceProvider, CancellationToken, Task> prepare, CancellationToken cancellation)
    {
        if (SettingsReader.ReadOrExplain(configuration) is not { } settings)
        {
            return null;
        }

        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddBaton(configuration, settings, new Pulse()).BuildServiceProvider();
        try
        {
            await prepare(services, cancellation);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }
}
