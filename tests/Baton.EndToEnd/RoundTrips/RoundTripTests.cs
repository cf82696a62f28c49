using Baton.Bot.Composition;
using Baton.EndToEnd.Processes;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.EndToEnd.RoundTrips;

/// <summary>What each act costs in round trips to a store that is far away, with the product put together as the program does it. The same on every engine.</summary>
public abstract class RoundTripTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private WebApplication? app;
    private FarTableEngine? engine;

    private FarTableEngine Engine => engine!;

    public async Task InitializeAsync()
    {
        var connection = await ConnectionAsync(folder[SalesHouse.StoreFile]);
        SalesHouse.Settle(folder.Path, settings => settings["Store"]!["Connection"] = connection);
        var configuration = new ConfigurationBuilder().AddJsonFile(folder["appsettings.json"]).Build();
        app = BatonHost.Build(configuration, SettingsReader.Read(configuration).Settings!, "http://127.0.0.1:0", TimeProvider.System, new Pulse(), services => services
            .AddSingleton(s => engine = new FarTableEngine(Inner(s)))
            .AddSingleton<ITableEngine>(s => s.GetRequiredService<FarTableEngine>()));
        await BatonHost.PrepareAsync(app.Services, default);
        await OfferAsync("warm-up");
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        folder.Dispose();
        await EndAsync();
    }

    [Fact]
    public async Task A_click_is_one_read_beside_the_wake_up_and_one_commit()
    {
        var id = await OfferAsync("click");
        var rep = Get<HandoffDesk>().Terms.Roster.People[0];
        Engine.Reset();

        var answer = await Get<HandoffDesk>().HandleAsync(id, new Intent.Accept(), rep, TimeProvider.System.GetUtcNow(), default);

        Assert.IsType<DeskAnswer.Done>(answer);
        Assert.Equal((1, 0, 2, 2), Engine.Counted);
    }

    [Fact]
    public async Task The_intake_of_a_lead_takes_at_most_three_rounds()
    {
        Engine.Reset();

        await OfferAsync("intake");

        Assert.InRange(Engine.Counted.Rounds, 2, 3);
    }

    [Fact]
    public async Task An_idle_sweep_of_a_shard_is_one_query_however_much_is_open()
    {
        await OfferAsync("one");
        await OfferAsync("two");
        Engine.Reset();

        var due = await Get<IAgenda>().DueAsync(0, TimeProvider.System.GetUtcNow(), 200, default);

        Assert.Empty(due);
        Assert.Equal((0, 1, 0, 1), Engine.Counted);
    }

    /// <summary>What <c>Store:Connection</c> is.</summary>
    /// <param name="file">A file that may be used.</param>
    protected abstract Task<string> ConnectionAsync(string file);

    /// <summary>The engine that the product chose.</summary>
    protected abstract ITableEngine Inner(IServiceProvider services);

    /// <summary>Ends what the connection leads to.</summary>
    protected virtual Task EndAsync() => Task.CompletedTask;

    private T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    private async Task<HandoffId> OfferAsync(string externalId)
    {
        var now = TimeProvider.System.GetUtcNow();
        var reading = LeadJson.Read(System.Text.Json.JsonSerializer.SerializeToElement(Intake.LeadSender.Lead(externalId, "Company " + externalId)), now);
        return (await Get<LeadDesk>().TakeAsync(Assert.IsType<LeadReading.Ok>(reading).Lead, Person.Baton, now, default)).Handoff!.Value;
    }
}
