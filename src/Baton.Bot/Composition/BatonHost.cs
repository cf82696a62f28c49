using Baton.Bot.Api;
using Baton.Bot.Commands;
using Baton.Bot.Policies;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.People;
using Baton.Tables;
using Baton.Tables.Backup;
using Baton.Slack.Http;
using Baton.Teams;
using Baton.Teams.Http;
using Baton.Web.Console.Http;
using Baton.Web.Dashboard.Http;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Baton.Bot.Composition;

/// <summary>The web host of <c>serve</c> and <c>demo</c>.</summary>
internal static class BatonHost
{
    /// <summary>Where it listens when nothing else is said: loopback only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:3978";

    // Tells with its whole stack why a start failed, which TellAsync does in a line. A worker that fails later is told as critical.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    // The configuration is read once. Watching its folder would be told of every write to a store that lies below it.
    private static readonly string[] NoWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    /// <summary>Runs until it is told to stop; answers the exit code.</summary>
    public static async Task<int> RunAsync(
        IConfiguration configuration, Settings settings, string? urls, TimeProvider time, Pulse pulse, Action<IServiceCollection> more, CancellationToken cancellation)
    {
        await using var app = Build(configuration, settings, urls, time, pulse, more);
        return await TellAsync(async () =>
        {
            RequireNoStrangers(app, configuration, settings, urls);
            await PrepareAsync(app.Services, cancellation);
            await StartAsync(app, cancellation);
            await app.WaitForShutdownAsync(cancellation);
        });
    }

    /// <summary>Starts it. When it cannot, the workers that had begun already end as at any other end, and say nothing of it.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch
        {
            app.Lifetime.StopApplication();
            throw;
        }
    }

    /// <summary>Runs something and turns what an operator can mend into one line on standard error and an exit code.</summary>
    public static async Task<int> TellAsync(Func<Task> run)
    {
        try
        {
            await run();
            return ExitCodes.Fine;
        }
        catch (TableUnavailableException error)
        {
            await System.Console.Error.WriteLineAsync($"The store cannot be used: {error.Message}");
            return ExitCodes.NoStore;
        }
        catch (OptionsValidationException error)
        {
            await System.Console.Error.WriteLineAsync($"The configuration is wrong: {error.Message}");
            return ExitCodes.WrongConfiguration;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await System.Console.Error.WriteLineAsync($"{error.Message} Baton may be running already; else choose another address with --urls.");
            return ExitCodes.Failed;
        }
    }

    /// <summary>Builds it.</summary>
    public static WebApplication Build(IConfiguration configuration, Settings settings, string? urls, TimeProvider time, Pulse pulse, Action<IServiceCollection> more)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = NoWatching });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls(Urls(configuration, urls));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter(HostCategory, LogLevel.Critical);
        builder.Services.AddSingleton(time).AddBaton(builder.Configuration, settings, pulse).AddWorkers();
        more(builder.Services);
        var app = builder.Build();
        app.MapApi();
        app.MapConsole();
        app.MapDashboard(StoreTrouble.IsPassing);
        app.MapSlack();
        app.MapTeams();
        app.MapPolicies();
        return app;
    }

    private static string Urls(IConfiguration configuration, string? urls) => urls ?? configuration["urls"] ?? DefaultUrl;

    // Kestrel's own section would have it listen elsewhere than the addresses say.
    private static void RequireNoStrangers(WebApplication app, IConfiguration configuration, Settings settings, string? urls)
    {
        var elsewhere = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? endpoint.Path);
        if (EmulatorRule.Fault(settings.Teams, app.Environment.IsDevelopment(), [.. Urls(configuration, urls).Split(';'), .. elsewhere]) is { } fault)
        {
            throw new OptionsValidationException($"{TeamsOptions.Section}:{nameof(TeamsOptions.Auth)}", typeof(TeamsOptions), [fault]);
        }
    }

    /// <summary>Makes the tables that are missing, refuses a store that is half restored, and takes over what is known of people.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await OpenAsync(services, cancellation);
        await new RestoreMark(services.GetRequiredService<ITableEngine>()).RefuseUnfinishedAsync(cancellation);
        await services.GetRequiredService<PeopleDesk>().EnsureFreshAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
    }

    /// <summary>Makes the tables that are missing, and settles the number of shards.</summary>
    public static async Task OpenAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var engine = services.GetRequiredService<ITableEngine>();
        await engine.CreateTablesAsync(StoreTables.All, cancellation);
        try
        {
            await services.GetRequiredService<TableAgenda>().AgreeAsync(cancellation);
        }
        catch (InvalidOperationException error)
        {
            throw new OptionsValidationException($"{StoreOptions.Section}:{nameof(StoreOptions.Shards)}", typeof(StoreOptions), [$"{StoreOptions.Section}:{nameof(StoreOptions.Shards)}: {error.Message}"]);
        }
    }
}
