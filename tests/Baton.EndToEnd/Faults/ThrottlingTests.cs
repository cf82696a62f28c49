using Baton.Bot.Composition;
using Baton.EndToEnd.Kills;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;
using Baton.Tables.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Faults;

/// <summary>A store that refuses a third of all calls for a while slows the product down, and nothing is lost by it.</summary>
public sealed class ThrottlingTests(ITestOutputHelper output)
{
    private const double Refused = 1 / 3d;
    private static readonly TimeSpan Storm = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(150);

    [Fact]
    public async Task A_storm_of_refusals_loses_nothing_and_who_asks_is_told_to_try_again()
    {
        using var folder = new TempFolder();
        HastyHouse.Settle(folder.Path, $"Data Source={folder[SalesHouse.StoreFile]}");
        var load = new Load(Random.Shared.Next());
        StormyEngine? engine = null;
        await using (var app = Build(folder, it => engine = it))
        {
            await BatonHost.PrepareAsync(app.Services, default);
            await app.StartAsync();
            await WeatherAsync(app, load, engine!);
            await Outboxes.EmptyAsync(folder.Path, DrainPatience);
            await app.StopAsync();
        }

        await using var store = OpenStore.In(folder.Path);
        var violations = await new StoreAudit(store, TimeProvider.System.GetUtcNow()).ViolationsAsync(load.Promised, "hubspot");
        output.WriteLine($"{load.Promised.Count} leads promised, {load.Clicked} clicks stored, {engine!.Refusals} calls refused, {load.Wrong.Count} times told to try again.");
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(40)));
        Assert.All(load.Wrong, wrong => Assert.Contains(": 503 ", wrong, StringComparison.Ordinal));
        Assert.NotEmpty(load.Wrong);
        Assert.NotEmpty(load.Promised);
    }

    private static async Task WeatherAsync(WebApplication app, Load load, StormyEngine engine)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var end = new CancellationTokenSource();
        var working = load.RunAsync(client, 0, end.Token);
        await Until.PassesAsync(Calm);
        engine.Rages = true;
        await Until.PassesAsync(Storm);
        engine.Rages = false;
        await Until.PassesAsync(Calm);
        await end.CancelAsync();
        await working;
    }

    private static WebApplication Build(TempFolder folder, Action<StormyEngine> made)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(folder["appsettings.json"]).Build();
        return BatonHost.Build(configuration, SettingsReader.Read(configuration).Settings!, "http://127.0.0.1:0", TimeProvider.System, new Pulse(), services => services
            .AddSingleton<ITableEngine>(s =>
            {
                var engine = new StormyEngine(s.GetRequiredService<SqliteTableEngine>(), Refused);
                made(engine);
                return engine;
            }));
    }
}
