using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class CorruptFileTests : IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_corrupt()
    {
        await File.WriteAllTextAsync(file.Path, string.Concat(Enumerable.Repeat("not a database ", 1000)));
        await using var engine = file.Engine();

        var corrupt = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CreateTablesAsync([TableFile.Table], default));

        Assert.Equal(TableUnavailable.Corrupt, corrupt.Reason);
        Assert.Contains(file.Path, corrupt.Message, StringComparison.Ordinal);
        Assert.Contains("restore the latest backup", corrupt.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overwritten_pages_are_corrupt_for_reads_and_writes()
    {
        await FillAsync();
        await OverwriteAsync(firstPage: 2);
        await using var engine = file.Engine();

        var reading = await Assert.ThrowsAsync<TableUnavailableException>(() => ReadAll(engine));
        var writing = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CommitAsync(TableFile.Table, "p", [new TableAction.Remove("010")], default));
        var health = Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));

        Assert.Equal([TableUnavailable.Corrupt, TableUnavailable.Corrupt, TableUnavailable.Corrupt], [reading.Reason, writing.Reason, health.Reason]);
    }

    [Fact]
    public async Task A_backup_put_in_place_is_used_without_a_restart()
    {
        await FillAsync();
        var backup = await File.ReadAllBytesAsync(file.Path);
        await OverwriteAsync(firstPage: 2);
        await using var engine = file.Engine();
        await Assert.ThrowsAsync<TableUnavailableException>(() => ReadAll(engine));
        Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));

        await File.WriteAllBytesAsync(file.Path, backup);

        Assert.Equal(100, await ReadAll(engine));
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task Reads_go_to_the_new_file_once_writing_found_the_old_one_broken()
    {
        await FillAsync();
        using var backup = new TableFile();
        await using (var other = await backup.OpenAsync())
            await other.CommitAsync(TableFile.Table, "p", [new TableAction.Insert("restored", [])], default);
        await using var engine = file.Engine();
        Assert.Equal(100, await ReadAll(engine));
        await OverwriteAsync(firstPage: 1);
        Assert.IsType<TableHealth.Failing>(await engine.CheckAsync(default));

        File.Move(backup.Path, file.Path, true);

        Assert.Equal(1, await ReadAll(engine));
        Assert.IsType<TableHealth.Working>(await engine.CheckAsync(default));
    }

    [Fact]
    public async Task A_row_whose_bytes_make_no_sense_is_corrupt()
    {
        await FillAsync();
        using (var other = SqliteConnection.Open(file.Path, writable: true))
            other.Execute("UPDATE t_rows SET v = x'0105' WHERE r = x'303130'");
        await using var engine = file.Engine();

        var corrupt = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.GetAsync(TableFile.Table, "p", "010", default));

        Assert.Equal(TableUnavailable.Corrupt, corrupt.Reason);
    }

    [Fact]
    public async Task A_file_of_a_later_layout_is_left_alone()
    {
        await FillAsync();
        using (var other = SqliteConnection.Open(file.Path, writable: true))
            other.Execute("PRAGMA user_version = 2");
        await using var engine = file.Engine();

        var newer = await Assert.ThrowsAsync<TableUnavailableException>(() => engine.CreateTablesAsync([TableFile.Table], default));

        Assert.Contains("use a newer program", newer.Message, StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        await using var engine = await file.OpenAsync();
        var values = new TableValues { { "text", new string('x', 500) } };
        await engine.CommitAsync(TableFile.Table, "p", [.. Enumerable.Range(0, 100).Select(i => new TableAction.Insert($"{i:D3}", values))], default);
    }

    private async Task OverwriteAsync(int firstPage)
    {
        await using var stream = File.OpenWrite(file.Path);
        stream.Position = (firstPage - 1) * 4096;
        var garbage = new byte[stream.Length - stream.Position];
        Array.Fill(garbage, (byte)0xa5);
        await stream.WriteAsync(garbage);
    }

    private static async Task<int> ReadAll(SqliteTableEngine engine) =>
        (await engine.QueryAsync(TableFile.Table, "p", RowRange.All, 1000, null, default)).Rows.Count;
}
