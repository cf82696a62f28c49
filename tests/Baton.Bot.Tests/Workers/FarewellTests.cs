using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Workers;

public sealed class FarewellTests
{
    [Fact]
    public async Task A_process_that_is_told_to_end_is_not_ready_and_has_let_its_shards_go()
    {
        await using var host = await ApiHost.StartAsync();
        var leases = host.Services.GetRequiredService<ShardLeases>();
        await leases.BeatAsync(default);
        Assert.NotEmpty(leases.Held);
        var farewell = ActivatorUtilities.CreateInstance<Farewell>(host.Services);
        Assert.Null(await farewell.ProblemAsync(default));

        await farewell.StoppingAsync(default);

        Assert.Contains("told to end", await farewell.ProblemAsync(default), StringComparison.Ordinal);
        Assert.Empty(leases.Held);
        var agenda = host.Services.GetRequiredService<TableAgenda>();
        using var other = new ShardLeases(host.Engine, agenda.Shards, () => "", new LeaseTimes(), TimeProvider.System, TimeProvider.System);
        await other.BeatAsync(default);
        Assert.Equal(agenda.Shards, other.Held.Count);
    }

    [Fact]
    public async Task What_waits_to_be_delivered_at_the_end_still_is()
    {
        await using var host = await ApiHost.StartAsync();
        var queue = host.Services.GetRequiredService<DeliveryQueue>();
        using var worker = ActivatorUtilities.CreateInstance<DeliveryWorker>(host.Services);
        await host.OfferAsync("last-1");
        await host.OfferAsync("last-2");
        await worker.StartAsync(default);

        await worker.StopAsync(default);

        Assert.False(queue.TryRead(out _));
        Assert.False(await queue.WaitAsync(default));
        await host.OfferAsync("too-late");
        Assert.False(queue.TryRead(out _));
    }
}
