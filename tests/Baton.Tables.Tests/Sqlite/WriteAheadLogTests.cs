using System.Buffers.Binary;
using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class WriteAheadLogTests : IDisposable
{
    private const int RowBytes = 40_000;
    private readonly TableFile file = new();

    private string Log => $"{file.Path}-wal";

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_log_is_copied_and_begun_anew_while_commits_go_on(int readers)
    {
        await using var engine = await file.OpenAsync();
        using var written = new CancellationTokenSource();
        var reading = Enumerable.Range(0, readers).Select(_ => Task.Run(() => ReadAsync(engine, written.Token))).ToArray();

        await FillAsync(engine, rounds: 60);

        await written.CancelAsync();
        await Task.WhenAll(reading);
        Assert.InRange(new FileInfo(Log).Length, 1, 130L * 1024 * 1024);
        Assert.True(new FileInfo(file.Path).Length > 1_000_000, $"log {new FileInfo(Log).Length}, file {new FileInfo(file.Path).Length}");
    }

    [Fact]
    public async Task The_log_grows_while_somebody_reads_an_old_state_and_is_begun_anew_after_that()
    {
        await using var engine = await file.OpenAsync();
        await Put(engine, "0", "before");
        long grown;
        using (var other = SqliteConnection.Open(file.Path, writable: false))
        {
            other.Execute("BEGIN");
            _ = other.Number("SELECT count(*) FROM sqlite_master");
            await FillAsync(engine, rounds: 20);
            grown = new FileInfo(Log).Length;
        }

        var begun = TimesBegun();
        await FillAsync(engine, rounds: 20, first: 20);

        Assert.InRange(grown, 200_000_000, 260_000_000);

        // Once when it could be, and then with every 48 MB or so of the 240.
        Assert.InRange(TimesBegun() - begun, 3, 20);
    }

    [Fact]
    public async Task Commits_larger_than_the_buffer_before_the_log_come_back_as_they_were()
    {
        await using (var engine = await file.OpenAsync())
        {
            // 30 rows of 64,000 bytes: twice the buffer in one transaction, several times.
            for (var round = 0; round < 3; round++)
                await engine.CommitAsync(TableFile.Table, $"p{round}", [.. Enumerable.Range(0, 30).Select(i => new TableAction.Insert($"{i:00}", Values(Text(round, i), 32_000)))], default);
        }

        await using var again = await file.OpenAsync();
        for (var round = 0; round < 3; round++)
        {
            var page = await again.QueryAsync(TableFile.Table, $"p{round}", RowRange.All, 1000, null, default);
            Assert.All(page.Rows.Index(), row => Assert.Equal(Values(Text(round, row.Index), 32_000), row.Item.Values));
        }
    }

    [Fact]
    public async Task What_was_committed_is_in_the_files_before_it_is_told()
    {
        await using var engine = await file.OpenAsync();
        var copy = Directory.CreateTempSubdirectory("baton-tables-copy-").FullName;
        try
        {
            for (var i = 0; i < 20; i++)
            {
                await Put(engine, "row", $"{i}");
                File.Copy(file.Path, Path.Combine(copy, "baton.db"), overwrite: true);
                File.Copy(Log, Path.Combine(copy, "baton.db-wal"), overwrite: true);

                await using var found = new SqliteTableEngine(new SqliteTableOptions { Path = Path.Combine(copy, "baton.db") });
                var row = await found.GetAsync(TableFile.Table, "p", "row", default);

                Assert.Equal(Values($"{i}", RowBytes), row!.Values);
            }
        }
        finally
        {
            Directory.Delete(copy, true);
        }
    }

    // Over and over the same rows, 12 MB in each round.
    private static async Task FillAsync(SqliteTableEngine engine, int rounds, int first = 0)
    {
        for (var round = first; round < first + rounds; round++)
            await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Put(engine, $"{i}", $"{round:00}")));
    }

    // The checkpoint sequence number in the log's header (https://sqlite.org/fileformat2.html#walformat).
    private long TimesBegun()
    {
        Span<byte> number = stackalloc byte[4];
        using var log = File.OpenHandle(Log, share: FileShare.ReadWrite | FileShare.Delete);
        Assert.Equal(number.Length, RandomAccess.Read(log, number, 12));
        return BinaryPrimitives.ReadUInt32BigEndian(number);
    }

    private static async Task ReadAsync(SqliteTableEngine engine, CancellationToken written)
    {
        for (var i = 0; !written.IsCancellationRequested; i++)
            await engine.GetAsync(TableFile.Table, "p", $"{i % 300}", default);
    }

    private static string Text(int round, int row) => $"{round}-{row}-";

    private static Task<IReadOnlyList<string>> Put(SqliteTableEngine engine, string row, string text) =>
        engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert(row, Values(text, RowBytes))], default);

    // Several properties, as each may have 64 KiB of text at most. Another text fills the row otherwise: SQLite writes only pages that change.
    private static TableValues Values(string text, int bytes)
    {
        var values = new TableValues();
        values.Add("a", text + new string(text[^1], bytes / 2));
        values.Add("b", new string(text[^1], bytes / 2));
        return values;
    }
}
