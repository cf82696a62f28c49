using System.Diagnostics;
using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class LockedTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(3);
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_lock_held_elsewhere_fails_after_the_busy_timeout_and_works_again_when_released()
    {
        await using var engine = await file.OpenAsync(Soon);
        using (var other = SqliteConnection.Open(file.Path, writable: true))
        {
            other.Execute("BEGIN EXCLUSIVE");

            var locked = await Assert.ThrowsAsync<TableUnavailableException>(() => Write(engine, "a"));
            var health = Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));

            Assert.Equal([TableUnavailable.Locked, TableUnavailable.Locked], [locked.Reason, health.Reason]);
            Assert.Contains("the process that keeps it locked", health.Text, StringComparison.Ordinal);
        }

        await Write(engine, "b");
        Assert.Null(await engine.GetAsync(TableFile.Table, "p", "a", default));
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task Reads_go_on_while_another_process_writes()
    {
        await using var engine = await file.OpenAsync();
        await Write(engine, "a");
        using var other = SqliteConnection.Open(file.Path, writable: true);
        other.Execute("BEGIN EXCLUSIVE");

        Assert.NotNull(await engine.GetAsync(TableFile.Table, "p", "a", default));
    }

    [Fact]
    public async Task A_file_locked_from_the_start_is_opened_when_it_is_released()
    {
        using var other = SqliteConnection.Open(file.Path, writable: true);
        other.Execute("PRAGMA locking_mode = EXCLUSIVE");
        other.Execute("BEGIN EXCLUSIVE");
        await using var engine = file.Engine(Soon);

        Assert.Equal(TableUnavailable.Locked, (await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CreateTablesAsync([TableFile.Table], default))).Reason);

        other.Dispose();
        await engine.CreateTablesAsync([TableFile.Table], default);
        await Write(engine, "a");
    }

    [Fact]
    public async Task A_lock_that_is_released_in_time_is_waited_for()
    {
        await (await file.OpenAsync()).DisposeAsync();
        await using var engine = file.Engine();
        var other = SqliteConnection.Open(file.Path, writable: true);
        other.Execute("BEGIN EXCLUSIVE");

        var write = Write(engine, "a");
        for (var i = 0; i < 1000; i++)
            Assert.Null(await engine.GetAsync(TableFile.Table, "p", "a", default));
        Assert.False(write.IsCompleted);
        other.Dispose();

        await write;
        Assert.NotNull(await engine.GetAsync(TableFile.Table, "p", "a", default));
    }

    [Fact]
    public async Task All_that_wait_behind_a_lock_fail_after_one_wait()
    {
        // Eight groups: eight waits if each waited for itself.
        await using var engine = await file.OpenAsync(Later);
        using var other = SqliteConnection.Open(file.Path, writable: true);
        other.Execute("BEGIN EXCLUSIVE");
        var since = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 4096).Select(i => Assert.ThrowsAsync<TableUnavailableException>(() => Write(engine, $"{i}"))));

        Assert.InRange(Stopwatch.GetElapsedTime(since), Later, 6 * Later);
    }

    [Fact]
    public async Task More_commits_than_may_wait_are_refused_at_once()
    {
        await using var engine = await file.OpenAsync();
        using var other = SqliteConnection.Open(file.Path, writable: true);
        other.Execute("BEGIN EXCLUSIVE");

        var commits = Enumerable.Range(0, 20_000).Select(async _ => await Write(engine, "a")).ToList();
        var refused = commits.Where(commit => commit.IsFaulted).ToList();
        other.Dispose();

        Assert.NotEmpty(refused);
        foreach (var commit in refused)
            Assert.Contains("commits wait already", (await Assert.ThrowsAsync<TableUnavailableException>(() => commit)).Message, StringComparison.Ordinal);
        await Task.WhenAll(commits.Except(refused));
    }

    private static Task<IReadOnlyList<string>> Write(SqliteTableEngine engine, string row) =>
        engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert(row, [])], default);
}
