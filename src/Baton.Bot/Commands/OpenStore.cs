using Baton.Bot.Composition;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;

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
            await TakeShardsAsync(services, settings.Store, cancellation);
            await prepare(services, cancellation);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    // A command ends by itself and may run on another machine than the servers: the store knows its number, and whoever configures theirs need not say it
    // again. It is taken before anything is made of the options. A server is refused instead, because all servers of a store must agree.
    private static async Task TakeShardsAsync(ServiceProvider services, StoreOptions store, CancellationToken cancellation)
    {
        var engine = services.GetRequiredService<ITableEngine>();
        await engine.CreateTablesAsync([BatonTables.Agenda], cancellation);
        store.Shards = await TableAgenda.ShardsOfAsync(engine, cancellation) ?? store.Shards;
    }
}
