using Baton.Bot.Api;
using Baton.Bot.Commands;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;
using Baton.Web.Console.Http;

namespace Baton.Bot.Composition;

/// <summary>The web host of <c>serve</c> and <c>demo</c>.</summary>
internal static class BatonHost
{
    /// <summary>Where it listens when nothing else is said: loopback only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:3978";

    // The configuration is read once. Watching its folder would be told of every write to a store that lies below it.
    private static readonly string[] NoWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Runs until it is told to stop; answers the exit code.</summary>
    public static async Task<int> RunAsync(
        IConfiguration configuration, Settings settings, string? urls, TimeProvider time, Pulse pulse, Action<IServiceCollection> more, CancellationToken cancellation)
    {
        await using var app = Build(configuration, settings, urls, time, pulse, more);
        try
        {
            await PrepareAsync(app.Services, cancellation);
        }
        catch (TableUnavailableException error)
        {
            await System.Console.Error.WriteLineAsync($"The store cannot be used: {error.Message}");
            return ExitCodes.NoStore;
        }

        await app.RunAsync(cancellation);
        return ExitCodes.Fine;
    }

    /// <summary>Builds it.</summary>
    public static WebApplication Build(IConfiguration configuration, Settings settings, string? urls, TimeProvider time, Pulse pulse, Action<IServiceCollection> more)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = NoWatching });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls(urls ?? configuration["urls"] ?? DefaultUrl);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddSingleton(time).AddBaton(builder.Configuration, settings, pulse).AddWorkers();
        more(builder.Services);
        var app = builder.Build();
        app.MapApi();
        app.MapConsole();
        return app;
    }

    /// <summary>Makes the tables that are missing.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var engine = services.GetRequiredService<ITableEngine>();
        await engine.CreateTablesAsync([.. BatonTables.Names, WebConsole.TableConsoleMessages.Table], cancellation);
        await services.GetRequiredService<TableAgenda>().AgreeAsync(cancellation);
    }
}
