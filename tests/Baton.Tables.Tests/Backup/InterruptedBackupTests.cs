using Baton.Tables.Backup;

namespace Baton.Tables.Tests.Backup;

public sealed class InterruptedBackupTests
{
    private static readonly DateTimeOffset Begun = new(2026, 11, 20, 17, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task It_goes_on_for_six_hours_and_later_begins_anew_with_what_was_made_since(int seconds, bool goesOn)
    {
        await using var store = await KeptStore.FilledAsync();
        await InterruptAsync(store);
        await store.Engine.CommitAsync(BatonTables.Handoffs, "made since", [new TableAction.Insert("a", new(0))], default);
        var later = store.Backup(time: new SetTime(Begun.AddHours(6).AddSeconds(seconds)));

        Assert.Equal(goesOn, await later.GoesOnAsync(store.BackupPath, default));
        var report = await later.RunAsync(store.BackupPath, false, null, default);

        Assert.Equal(goesOn ? Begun : Begun.AddHours(6).AddSeconds(seconds), report.BegunAt);
        Assert.Equal(goesOn, report.Rows < (await store.RowsAsync()).Count);
    }

    [Fact]
    public async Task One_that_was_begun_by_a_clock_far_ahead_begins_anew()
    {
        await using var store = await KeptStore.FilledAsync();
        await InterruptAsync(store);

        Assert.False(await store.Backup(time: new SetTime(Begun.AddHours(-6))).GoesOnAsync(store.BackupPath, default));
    }

    [Fact]
    public async Task One_of_other_tables_or_of_no_form_at_all_is_discarded_only_when_asked()
    {
        await using var store = await KeptStore.FilledAsync();
        var other = new BackupRun(store.Engine, store.Engine, KeptStore.Plan with { Tables = [BatonTables.Handoffs] }, new SetTime(Begun));
        await other.RunAsync(store.BackupPath, false, null, default);
        File.Move(store.BackupPath, Unfinished(store));
        var run = store.Backup(time: new SetTime(Begun));

        Assert.False(await run.GoesOnAsync(store.BackupPath, default));
        Assert.Contains("--force", (await Assert.ThrowsAsync<BackupFileException>(() => run.RunAsync(store.BackupPath, false, null, default))).Message, StringComparison.Ordinal);
        Assert.Equal((await store.RowsAsync()).Count, (await run.RunAsync(store.BackupPath, true, null, default)).Rows);

        await File.WriteAllTextAsync(Unfinished(store), "no backup at all");
        Assert.False(await run.GoesOnAsync(store.BackupPath, default));
        Assert.Equal((await store.RowsAsync()).Count, (await run.RunAsync(store.BackupPath, true, null, default)).Rows);
    }

    [Fact]
    public async Task Where_nothing_was_interrupted_nothing_goes_on()
    {
        await using var store = await KeptStore.EmptyAsync();

        Assert.False(await store.Backup().GoesOnAsync(store.BackupPath, default));
    }

    // It has all that was there, and not its name yet.
    private static async Task InterruptAsync(KeptStore store)
    {
        await store.Backup(time: new SetTime(Begun)).RunAsync(store.BackupPath, false, null, default);
        File.Move(store.BackupPath, Unfinished(store));
    }

    private static string Unfinished(KeptStore store) => store.BackupPath + BackupRun.Unfinished;

    private sealed class SetTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
