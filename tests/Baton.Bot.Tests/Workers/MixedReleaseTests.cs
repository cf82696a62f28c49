using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Workers;

/// <summary>While replicas are brought to a newer release one by one, those of this one meet what only that one knows.</summary>
public sealed class MixedReleaseTests
{
    private const int Newer = Handoff.CurrentSchema + 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_handoff_of_a_newer_release_is_left_as_it_is_and_its_caller_is_told_to_try_again()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await NewerHandoffAsync(host);

        var answer = await host.ActAsync(id, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""");

        answer.Expect(503);
        Assert.Equal(Newer, (await SnapshotAsync(host, id)).Values.GetInt32("schema"));
    }

    [Fact]
    public async Task Its_wake_up_is_put_off_for_whoever_knows_it_and_holds_up_nobody()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await NewerHandoffAsync(host);
        var before = await SnapshotAsync(host, id);
        var agenda = host.Services.GetRequiredService<TableAgenda>();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Services.GetRequiredService<ShardLeases>().BeatAsync(default);
        using var sweeper = ActivatorUtilities.CreateInstance<Sweeper>(host.Services);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);

        await sweeper.StartAsync(default);
        while ((await agenda.DueAsync(agenda.ShardOf(id), host.Clock.GetUtcNow(), 100, default)).Any(w => w.Id == id))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        await sweeper.StopAsync(default);
        Assert.Equal(before.ETag, (await SnapshotAsync(host, id)).ETag);
        Assert.Contains(await agenda.DueAsync(agenda.ShardOf(id), host.Clock.GetUtcNow().AddMinutes(5), 100, default), w => w is { Kind: WakeKind.Handoff } && w.Id == id);
    }

    private static async Task<string> NewerHandoffAsync(ApiHost host)
    {
        var id = await host.OfferAsync("newer");
        var row = await SnapshotAsync(host, id);
        await host.Engine.CommitAsync(BatonTables.Handoffs, id, [new TableAction.Replace(row.RowKey, row.Values.With("schema", Newer), row.ETag)], default);
        return id;
    }

    private static async Task<TableRow> SnapshotAsync(ApiHost host, string id) => (await host.Engine.GetAsync(BatonTables.Handoffs, id, "handoff", default))!;
}
