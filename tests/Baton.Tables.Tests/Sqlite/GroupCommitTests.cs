using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Parallel_commits_share_transactions()
    {
        await using var engine = await file.OpenAsync();
        var (transactions, commits) = (engine.Transactions, engine.Commits);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Upsert(engine, $"{i}")));

        Assert.Equal(200, engine.Commits - commits);
        Assert.InRange(engine.Transactions - transactions, 1, 199);
    }

    [Fact]
    public async Task A_refused_commit_does_not_take_others_of_its_group_with_it()
    {
        await using var engine = await file.OpenAsync();
        await Upsert(engine, "taken");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Insert(engine, $"{i}", i % 2 == 0 ? "taken" : $"free{i}")));

        Assert.Equal(50, outcomes.Count(done => done));
        var page = await engine.QueryAsync(TableFile.Table, "p", RowRange.All, 1000, null, default);
        Assert.Equal(101, page.Rows.Count);
    }

    [Fact]
    public async Task Of_two_batches_in_order_neither_is_there_when_the_second_is_refused()
    {
        await using var engine = await file.OpenAsync();
        await Upsert(engine, "taken");
        var (shown, fact) = (new TableAction.Upsert("shown", new TableValues()), new TableAction.Insert("taken", new TableValues()));

        await Assert.ThrowsAsync<TableConflictException>(() => engine.CommitInOrderAsync(new TableBatch(TableFile.Table, "q", [shown]), new TableBatch(TableFile.Table, "p", [fact]), default));

        Assert.Null(await engine.GetAsync(TableFile.Table, "q", "shown", default));
    }

    [Fact]
    public async Task Disposing_does_what_waits_and_leaves_one_file()
    {
        var engine = await file.OpenAsync();
        var commits = Enumerable.Range(0, 200).Select(i => Upsert(engine, $"{i}")).ToArray();

        await engine.DisposeAsync();

        await Task.WhenAll(commits);
        Assert.Equal([file.Path], Directory.GetFiles(file.Folder));
    }

    [Fact]
    public async Task A_disposed_engine_refuses_and_may_be_disposed_again()
    {
        var engine = await file.OpenAsync();
        await engine.DisposeAsync();
        await engine.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Upsert(engine, "a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => engine.GetAsync(TableFile.Table, "p", "a", default));
    }

    [Fact]
    public async Task What_was_committed_is_there_when_the_engine_was_abandoned()
    {
        var abandoned = await file.OpenAsync();
        var etags = await Upsert(abandoned, "a");

        await using var next = await file.OpenAsync();

        Assert.Equal(etags[0], (await next.GetAsync(TableFile.Table, "p", "a", default))?.ETag);
        Assert.NotEqual(etags[0], (await Upsert(next, "a"))[0]);
        await abandoned.DisposeAsync();
    }

    [Fact]
    public async Task Two_engines_on_one_file_have_one_winner_and_no_etag_twice()
    {
        await using var one = await file.OpenAsync();
        await using var other = await file.OpenAsync();

        var etags = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Upsert(i % 2 == 0 ? one : other, $"{i}")));

        Assert.Equal(100, etags.Select(etag => etag[0]).Distinct().Count());
    }

    [Fact]
    public async Task The_wal_starts_again_however_much_is_written()
    {
        await using var engine = await file.OpenAsync();
        var values = new TableValues { { "bytes", new byte[60_000] } };

        for (var round = 0; round < 40; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 40).Select(i => engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert($"{i}", values)], default)));
        }

        Assert.InRange(new FileInfo($"{file.Path}-wal").Length, 1, 40_000_000);
    }

    private static async Task<bool> Insert(SqliteTableEngine engine, params string[] rows)
    {
        try
        {
            await engine.CommitAsync(TableFile.Table, "p", [.. rows.Select(row => new TableAction.Insert(row, []))], default);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static Task<IReadOnlyList<string>> Upsert(SqliteTableEngine engine, string row) =>
        engine.CommitAsync(TableFile.Table, "p", [new TableAction.Upsert(row, new TableValues { { "row", row } })], default);
}
