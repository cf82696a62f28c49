using System.Globalization;
using System.Threading.Channels;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Workers;

/// <summary>Shards take turns: many leads whose clocks began at the same moment do not make others' deadlines late.</summary>
public sealed class SweepOrderTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_shard_with_much_to_do_holds_up_no_other()
    {
        await using var host = await ApiHost.StartAsync();
        var agenda = host.Services.GetRequiredService<TableAgenda>();
        var crowd = Enumerable.Range(0, int.MaxValue).Select(i => i.ToString("x16", CultureInfo.InvariantCulture)).Where(id => agenda.ShardOf(id) == 0).Take(Sweeper.Take + 1);
        foreach (var id in crowd)
        {
            await agenda.AddAsync(new Wake(WakeKind.Handoff, id, host.Clock.GetUtcNow()), default);
        }

        var looks = Channel.CreateUnbounded<Look>();
        await host.Services.GetRequiredService<ShardLeases>().BeatAsync(default);
        using var sweeper = ActivatorUtilities.CreateInstance<Sweeper>(host.Services, (IAgenda)new WatchedAgenda(agenda, looks.Writer));
        await sweeper.StartAsync(default);
        var seen = new List<Look>();
        while (seen.Count <= agenda.Shards)
        {
            seen.Add(await looks.Reader.ReadAsync().AsTask().WaitAsync(Patience));
        }

        await sweeper.StopAsync(default);
        Assert.Equal([.. Enumerable.Range(0, agenda.Shards), 0], seen.Select(l => l.Shard));
        Assert.Equal((Sweeper.Take, 1), (seen[0].Found, seen[^1].Found));
    }

    private sealed record Look(int Shard, int Found);

    // The real agenda; tells which shard was looked at.
    private sealed class WatchedAgenda(TableAgenda agenda, ChannelWriter<Look> looks) : IAgenda
    {
        public int Shards => agenda.Shards;

        public Task AddAsync(Wake wake, CancellationToken cancellation) => agenda.AddAsync(wake, cancellation);

        public Task RemoveAsync(IReadOnlyList<Wake> wakes, CancellationToken cancellation) => agenda.RemoveAsync(wakes, cancellation);

        public async Task<IReadOnlyList<Wake>> DueAsync(int shard, DateTimeOffset now, int take, CancellationToken cancellation)
        {
            var due = await agenda.DueAsync(shard, now, take, cancellation);
            await looks.WriteAsync(new Look(shard, due.Count), cancellation);
            return due;
        }
    }
}
