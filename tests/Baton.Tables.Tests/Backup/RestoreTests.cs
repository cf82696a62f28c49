using Baton.Handoffs.Handoffs.Store;
using Baton.Tables.Backup;
using Baton.Tables.Tests.Doubles;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Backup;

public sealed class RestoreTests
{
    [Fact]
    public async Task A_store_that_is_not_empty_is_left_alone_unless_asked()
    {
        await using var from = await KeptStore.FilledAsync(3);
        await from.BackUpAsync();
        await using var to = await KeptStore.FilledAsync(5);
        var before = await to.RowsAsync();

        var refusal = await Assert.ThrowsAsync<BackupFileException>(() => to.Restore().WriteAsync(from.BackupPath, false, null, default));
        Assert.Contains("--replace", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await to.RowsAsync());

        await to.Restore().WriteAsync(from.BackupPath, true, null, default);
        await to.Restore().FinishAsync(default);
        Assert.Equal(await from.RowsAsync(), await to.RowsAsync());
    }

    [Fact]
    public async Task Nothing_serves_from_a_store_until_its_restore_is_finished()
    {
        await using var from = await KeptStore.FilledAsync(3);
        await from.BackUpAsync();
        await using var to = await KeptStore.EmptyAsync();
        var mark = new RestoreMark(to.Engine);
        await mark.RefuseUnfinishedAsync(default);

        await to.Restore().WriteAsync(from.BackupPath, false, null, default);

        await Assert.ThrowsAsync<TableUnavailableException>(() => mark.RefuseUnfinishedAsync(default));
        await to.Restore().FinishAsync(default);
        await mark.RefuseUnfinishedAsync(default);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interrupted_restore_goes_on_for_the_same_file_only(bool replace)
    {
        await using var from = await KeptStore.FilledAsync(20);
        await from.BackUpAsync();
        await using var other = await KeptStore.FilledAsync(2);
        await other.BackUpAsync();
        await using var to = replace ? await KeptStore.FilledAsync(5) : await KeptStore.EmptyAsync();
        var commits = 0;
        var dying = new HookedTableEngine(to.Engine) { BeforeCommit = (_, _) => Interlocked.Increment(ref commits) > 15 ? throw new IOException("The power failed.") : Task.CompletedTask };

        await Assert.ThrowsAsync<IOException>(() => to.Restore(engine: dying).WriteAsync(from.BackupPath, replace, null, default));
        await Assert.ThrowsAsync<BackupFileException>(() => to.Restore().WriteAsync(other.BackupPath, false, null, default));
        await to.Restore().WriteAsync(from.BackupPath, false, null, default);
        await to.Restore().FinishAsync(default);

        Assert.Equal(WithoutSettings(await from.RowsAsync()), WithoutSettings(await to.RowsAsync()));
    }

    [Fact]
    public async Task Wake_ups_go_to_the_shards_of_the_new_store()
    {
        const int more = 7;
        await using var from = await KeptStore.FilledAsync();
        await from.BackUpAsync();
        await using var to = await KeptStore.EmptyAsync();
        var agenda = new TableAgenda(to.Engine, more);
        await agenda.AgreeAsync(default);

        await to.Restore(shards: more).WriteAsync(from.BackupPath, false, null, default);

        Assert.Equal(await WakesAsync(new TableAgenda(from.Engine, KeptStore.Shards)), await WakesAsync(agenda));
    }

    [Fact]
    public async Task Somebody_who_writes_meanwhile_is_noticed_and_only_beginning_anew_helps()
    {
        await using var from = await KeptStore.FilledAsync(3);
        await from.BackUpAsync();
        await using var to = await KeptStore.EmptyAsync();
        var restored = false;
        var watched = new WatchedScan(to.Engine)
        {
            // The handoffs are scanned once to see that there are none, and once to compare.
            Before = async (table, read) =>
            {
                if (table == BatonTables.Handoffs && read == 1 && !restored)
                {
                    restored = true;
                    await to.Engine.CommitAsync(table, "0stranger", [new TableAction.Upsert("handoff", new(0))], default);
                }
            },
        };

        await Assert.ThrowsAsync<BackupFileException>(() => to.Restore(watched).WriteAsync(from.BackupPath, false, null, default));
        await Assert.ThrowsAsync<BackupFileException>(() => to.Restore().WriteAsync(from.BackupPath, false, null, default));
        await to.Restore().WriteAsync(from.BackupPath, true, null, default);
        await to.Restore().FinishAsync(default);

        Assert.True(restored);
        Assert.Equal(WithoutSettings(await from.RowsAsync()), WithoutSettings(await to.RowsAsync()));
    }

    private static List<(string Table, string Partition, string Row, TableValues Values)> WithoutSettings(IEnumerable<(string Table, string Partition, string Row, TableValues Values)> rows) =>
        [.. rows.Where(r => r.Partition != AgendaShards.Partition)];

    private static async Task<List<Wake>> WakesAsync(TableAgenda agenda)
    {
        var all = new List<Wake>();
        for (var shard = 0; shard < agenda.Shards; shard++)
            all.AddRange(await agenda.DueAsync(shard, House.Monday.AddYears(1), TableRules.MaxPageRows, default));
        return [.. all.OrderBy(w => w.Due).ThenBy(w => w.Id, StringComparer.Ordinal)];
    }
}
