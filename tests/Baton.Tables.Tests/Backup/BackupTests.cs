using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Tables.Backup;
using Baton.Tables.Tests.Doubles;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Backup;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_restored_elsewhere_is_the_same_store()
    {
        await using var from = await KeptStore.FilledAsync();
        await using var to = await KeptStore.EmptyAsync();
        await new TableAgenda(to.Engine, KeptStore.Shards).AgreeAsync(default);

        var taken = await from.BackUpAsync();
        var restored = await to.Restore().WriteAsync(from.BackupPath, false, null, default);
        await to.Restore().FinishAsync(default);

        var rows = await from.RowsAsync();
        Assert.Equal(rows, await to.RowsAsync());
        Assert.Equal(taken, restored);
        Assert.Equal(rows.Count, taken.Rows);
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_file_and_nothing_of_people_is_readable_in_it_or_beside_it()
    {
        await using var store = await KeptStore.FilledAsync();

        await store.BackUpAsync();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(store.BackupPath));
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.GetDirectoryName(store.BackupPath)!), f => f.EndsWith(".part", StringComparison.Ordinal));
        Assert.False((await File.ReadAllBytesAsync(store.BackupPath)).AsSpan().IndexOf("rep@sales.example"u8) >= 0);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_asked()
    {
        await using var store = await KeptStore.FilledAsync();
        await File.WriteAllTextAsync(store.BackupPath, "last week's");

        var refusal = await Assert.ThrowsAsync<BackupFileException>(() => store.BackUpAsync());
        Assert.Contains("--force", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("last week's", await File.ReadAllTextAsync(store.BackupPath));

        await store.Backup().RunAsync(store.BackupPath, true, null, default);
        Assert.StartsWith("BATONBK1", await File.ReadAllTextAsync(store.BackupPath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_backup_goes_on_where_it_stopped()
    {
        await using var store = await KeptStore.FilledAsync(60);
        using var end = new CancellationTokenSource();
        var first = new WatchedScan(store.Engine) { Take = 100, Before = (table, read) => table == BatonTables.Handoffs && read == 8 ? end.CancelAsync() : Task.CompletedTask };
        await Fatten(store);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Backup(first).RunAsync(store.BackupPath, false, null, end.Token));
        var before = new FileInfo(store.BackupPath + BackupFormat.Unfinished).Length;
        var read = new List<string>();
        var second = new WatchedScan(store.Engine) { Before = (table, _) => { read.Add(table); return Task.CompletedTask; } };

        await store.BackUpAsync(second);

        Assert.True(before > 1000, "Nothing had been written: the test says nothing.");
        Assert.DoesNotContain(BatonTables.People, read);
        await AssertHoldsAsync(store);
    }

    [Fact]
    public async Task A_backup_cut_anywhere_goes_on_from_what_is_whole()
    {
        await using var store = await KeptStore.FilledAsync(40);
        await Fatten(store);
        await store.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(store.BackupPath);
        foreach (var length in Enumerable.Range(0, 12).Select(i => (whole.Length * i / 12) + i))
        {
            File.Delete(store.BackupPath);
            await File.WriteAllBytesAsync(store.BackupPath + BackupFormat.Unfinished, whole[..length]);

            await store.BackUpAsync();

            await AssertHoldsAsync(store);
        }
    }

    [Fact]
    public async Task A_backup_of_another_store_does_not_go_on()
    {
        await using var store = await KeptStore.FilledAsync();
        await store.BackUpAsync();
        File.Move(store.BackupPath, store.BackupPath + BackupFormat.Unfinished);

        var other = new BackupRun(store.Engine, store.Engine, KeptStore.Plan with { Store = "another" }, TimeProvider.System);

        await Assert.ThrowsAsync<BackupFileException>(() => other.RunAsync(store.BackupPath, false, null, default));
    }

    [Fact]
    public async Task A_handoff_that_changes_while_it_is_read_is_whole_in_the_file()
    {
        await using var store = await KeptStore.EmptyAsync();
        var handoffs = new TableHandoffStore(store.Engine);
        var story = Story.Of().Then(House.Rep, new Intent.Accept());
        await story.KeepAsync(handoffs);
        var changed = false;
        var scan = new WatchedScan(store.Engine)
        {
            Take = 2, // the partition takes several pages
            Before = async (table, read) =>
            {
                if (table == BatonTables.Handoffs && read == 1 && !changed)
                {
                    changed = true;
                    var stored = (await handoffs.LoadAsync(story.Id, default))!;
                    story.Then(House.Rep, new Intent.Touch("called"));
                    Assert.True(await handoffs.CommitAsync(story.Last with { Tag = stored.Tag }, default));
                }
            },
        };

        await store.BackUpAsync(scan);

        await using var to = await KeptStore.EmptyAsync();
        await to.Restore().WriteAsync(store.BackupPath, false, null, default);
        var restored = new TableHandoffStore(to.Engine);
        var timeline = await restored.TimelineAsync(story.Id, default).ToListAsync();
        Assert.True(changed);
        Assert.Equal((await restored.LoadAsync(story.Id, default))!.Handoff.Version, timeline.Count);
        Assert.Equal(story.Handoff.Version, timeline.Count);
    }

    [Fact]
    public async Task Every_damage_is_noticed()
    {
        await using var store = await KeptStore.FilledAsync();
        await store.BackUpAsync();
        var whole = await File.ReadAllBytesAsync(store.BackupPath);
        for (var i = 0; i < whole.Length; i += Math.Max(1, whole.Length / 200))
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x10;
            await AssertRefusedAsync(store.BackupPath, damaged);
        }

        await AssertRefusedAsync(store.BackupPath, whole[..^1]);
        await AssertRefusedAsync(store.BackupPath, [.. whole, 0]);
        await AssertRefusedAsync(store.BackupPath, []);
    }

    private static async Task AssertRefusedAsync(string path, byte[] bytes)
    {
        await File.WriteAllBytesAsync(path, bytes);
        await using var to = await KeptStore.EmptyAsync();
        await Assert.ThrowsAsync<BackupFileException>(() => to.Restore().WriteAsync(path, false, null, default));
        Assert.Empty(await to.RowsAsync());
    }

    // Rows that hardly shrink, so that a small store has several blocks.
    private static async Task Fatten(KeptStore store)
    {
        var noise = new Random(7);
        for (var i = 0; i < 120; i++)
        {
            var bytes = new byte[TableRules.MaxBinaryLength];
            noise.NextBytes(bytes);
            await store.Engine.CommitAsync(BatonTables.Handoffs, $"{i % 2}fat{i / 40}", [new TableAction.Insert($"{i:D3}", new() { { "bytes", bytes } })], default);
        }
    }

    private static async Task AssertHoldsAsync(KeptStore store)
    {
        await using var to = await KeptStore.EmptyAsync();
        await new TableAgenda(to.Engine, KeptStore.Shards).AgreeAsync(default);
        await to.Restore().WriteAsync(store.BackupPath, false, null, default);
        await to.Restore().FinishAsync(default);
        Assert.Equal(await store.RowsAsync(), await to.RowsAsync());
    }
}
