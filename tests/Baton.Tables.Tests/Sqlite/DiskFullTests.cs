using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class DiskFullTests : IDisposable
{
    private const long Maximum = 400_000;
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_full_disk_refuses_the_commit_whole_and_says_so()
    {
        await using var engine = await file.OpenAsync(maximumBytes: Maximum);
        await Write(engine, "small", 100);

        var full = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CommitAsync(
            TableFile.Table, "p", [.. Enumerable.Range(0, 20).Select(i => new TableAction.Insert($"big{i}", Bytes(60_000)))], default));

        Assert.Equal(TableUnavailable.DiskFull, full.Reason);
        Assert.Contains(file.Path, full.Message, StringComparison.Ordinal);
        Assert.Contains("Free space", full.Remedy, StringComparison.Ordinal);
        Assert.Equal(["small"], await Keys(engine));
    }

    [Fact]
    public async Task A_big_commit_does_not_take_small_ones_of_its_group_with_it()
    {
        await using var engine = await file.OpenAsync(maximumBytes: Maximum);

        var small = Enumerable.Range(0, 20).Select(i => Write(engine, $"small{i:D2}", 100));
        var big = engine.CommitAsync(TableFile.Table, "p", [.. Enumerable.Range(0, 20).Select(i => new TableAction.Insert($"big{i}", Bytes(60_000)))], default);
        var more = Enumerable.Range(20, 20).Select(i => Write(engine, $"small{i:D2}", 100));

        await Task.WhenAll([.. small, .. more]);
        await Assert.ThrowsAsync<TableUnavailableException>(() => big);
        Assert.Equal(40, (await Keys(engine)).Length);
    }

    [Fact]
    public async Task Who_was_too_late_learns_that_and_not_that_the_disk_is_full()
    {
        await using var engine = await file.OpenAsync(maximumBytes: Maximum);
        await Write(engine, "taken", 100);
        await FillAsync(engine);

        var there = await Assert.ThrowsAsync<TableConflictException>(() => engine.CommitAsync(TableFile.Table, "p", [new TableAction.Insert("taken", Bytes(60_000))], default));
        var changed = await Assert.ThrowsAsync<TableConflictException>(() => engine.CommitAsync(
            TableFile.Table, "p", [new TableAction.Replace("taken", Bytes(60_000), "4711"), new TableAction.Insert("new", Bytes(60_000))], default));

        Assert.Equal((0, TableConflict.AlreadyExists), (there.Index, there.Kind));
        Assert.Equal((0, TableConflict.Changed), (changed.Index, changed.Kind));
        Assert.DoesNotContain("new", await Keys(engine));
    }

    [Fact]
    public async Task Deleting_makes_room_without_a_restart()
    {
        await using var engine = await file.OpenAsync(maximumBytes: Maximum);
        Assert.Equal(TableUnavailable.DiskFull, (await FillAsync(engine)).Reason);

        await engine.CommitAsync(TableFile.Table, "p", [new TableAction.Remove("0"), new TableAction.Remove("1")], default);

        await Write(engine, "one more", 60_000);
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task A_disk_that_really_is_full_is_told_apart_and_recovers_when_space_is_freed()
    {
        using var disk = SmallDisk.TryMount(file.Folder, 4);
        if (disk is null)
            return; // Mounting needs root; the tests above need nothing.
        await using var engine = await file.OpenAsync();
        await Write(engine, "before", 100);
        var filler = disk.Fill();

        var full = await FillAsync(engine);
        var health = await engine.CheckAsync(default);
        File.Delete(filler);
        await Write(engine, "after", 60_000);

        Assert.Equal(TableUnavailable.DiskFull, full.Reason);
        Assert.True(health is TableHealth.Working or TableHealth.Failing { Reason: TableUnavailable.DiskFull }, health.ToString());
        Assert.Contains("before", await Keys(engine));
        Assert.Contains("after", await Keys(engine));
    }

    [Fact]
    public async Task Deleting_works_on_a_full_disk_as_the_log_is_used_again()
    {
        using var disk = SmallDisk.TryMount(file.Folder, 4);
        if (disk is null)
            return; // As above.
        await using (var before = await file.OpenAsync())
        {
            await Write(before, "a", 60_000);
            await Write(before, "b", 60_000);
            await before.CommitAsync(TableFile.Table, "p", [new TableAction.Remove("b")], default);
        }

        await using var engine = await file.OpenAsync();
        for (var i = 0; i < 10; i++)
            await Write(engine, "a", 60_000);
        disk.Fill();

        await engine.CommitAsync(TableFile.Table, "p", [new TableAction.Remove("a")], default);

        Assert.Empty(await Keys(engine));
    }

    [Fact]
    public async Task A_disk_that_is_full_from_the_start_is_told_apart_too()
    {
        using var disk = SmallDisk.TryMount(file.Folder, 4);
        if (disk is null)
            return; // As above.
        await (await file.OpenAsync()).DisposeAsync();
        var filler = disk.Fill();
        await using var engine = file.Engine();

        var health = Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));
        File.Delete(filler);

        Assert.True(health.Reason == TableUnavailable.DiskFull, health.Text);
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    private static async Task<TableUnavailableException> FillAsync(SqliteTableEngine engine)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await Write(engine, $"{i}", 60_000);
            }
            catch (TableUnavailableException full)
            {
                return full;
            }
        }
    }

    private static Task<IReadOnlyList<string>> Write(SqliteTableEngine engine, string row, int bytes) =>
        engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert(row, Bytes(bytes))], default);

    private static TableValues Bytes(int count) => new() { { "bytes", new byte[count] } };

    private static async Task<string[]> Keys(SqliteTableEngine engine) =>
        [.. (await engine.QueryAsync(TableFile.Table, "p", RowRange.All, 1000, null, default)).Rows.Select(row => row.RowKey)];
}
