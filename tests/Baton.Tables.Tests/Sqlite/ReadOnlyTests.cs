using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class ReadOnlyTests : IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_folder_that_cannot_be_created_is_read_only_until_it_can()
    {
        var parent = Path.Combine(file.Folder, "parent");
        await File.WriteAllTextAsync(parent, "a file where a folder should be");
        await using var engine = new SqliteTableEngine(new SqliteTableOptions { Path = Path.Combine(parent, "baton.db") });

        var refused = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CreateTablesAsync([TableFile.Table], default));
        var health = Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));
        File.Delete(parent);

        Assert.Equal([TableUnavailable.ReadOnly, TableUnavailable.ReadOnly], [refused.Reason, health.Reason]);
        Assert.Contains("Check that its folder is a folder", refused.Remedy, StringComparison.Ordinal);
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task A_file_that_must_not_change_can_be_read_and_says_that_it_is_read_only()
    {
        await using (var before = await file.OpenAsync())
            await Write(before, "a");

        await using var engine = file.Engine();
        Assert.NotNull(await engine.GetAsync(TableFile.Table, "p", "a", default));
        using (var protection = WriteProtection.TryOver(file.Path))
        {
            if (protection is null)
                return; // The test above shows the same without.
            var refused = await Assert.ThrowsAsync<TableUnavailableException>(() => Write(engine, "b"));
            var health = Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));

            Assert.Equal([TableUnavailable.ReadOnly, TableUnavailable.ReadOnly], [refused.Reason, health.Reason]);
        }

        await Write(engine, "c");
        Assert.Null(await engine.GetAsync(TableFile.Table, "p", "b", default));
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_empty_one()
    {
        await using var engine = file.Engine();

        var missing = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.GetAsync(TableFile.Table, "p", "a", default));

        Assert.Equal(TableUnavailable.IoError, missing.Reason);
        Assert.False(File.Exists(file.Path));
    }

    private static Task<IReadOnlyList<string>> Write(SqliteTableEngine engine, string row) =>
        engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert(row, [])], default);
}
