namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task A_row_that_nobody_wrote_is_null() => Assert.Null(await Get("nothing"));

    [Fact]
    public async Task An_inserted_row_is_read_with_the_etag_that_its_commit_returned()
    {
        var etag = await Insert("a", 1);

        Assert.Equal(new TableRow("a", Values(1), etag), await Get("a"));
    }

    [Fact]
    public async Task Creating_a_table_again_keeps_its_rows()
    {
        await Insert("a", 1);

        await engine.CreateTablesAsync([Table, "others"], default);

        Assert.Equal(1, await Number("a"));
    }

    [Fact]
    public async Task Tables_and_partitions_are_apart()
    {
        await engine.CreateTablesAsync(["others"], default);
        await Insert("a", 1);

        Assert.Null(await engine.GetAsync("others", Partition, "a", default));
        Assert.Null(await engine.GetAsync(Table, "q", "a", default));
    }

    [Fact]
    public async Task A_table_that_nobody_created_is_named()
    {
        TableAction[] insert = [new TableAction.Insert("a", Values(1))];

        var reading = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.GetAsync("unknown", Partition, "a", default));
        var writing = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.CommitAsync("unknown", Partition, insert, default));

        Assert.Contains("'unknown'", reading.Message, StringComparison.Ordinal);
        Assert.Contains("'unknown'", writing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_insert_of_an_existing_row_changes_nothing_in_its_batch()
    {
        var etag = await Insert("b", 1);

        var conflict = await Conflict(
            new TableAction.Insert("a", Values(2)), new TableAction.Insert("b", Values(2)), new TableAction.Upsert("c", Values(2)));

        Assert.Equal((1, "b", TableConflict.AlreadyExists), (conflict.Index, conflict.RowKey, conflict.Kind));
        Assert.Equal(["b"], await Keys(RowRange.All));
        Assert.Equal(etag, (await Get("b"))?.ETag);
    }

    [Fact]
    public async Task A_conflict_in_the_last_of_a_hundred_actions_undoes_all_before_it()
    {
        var stale = await Insert("099", 1);
        await Commit(new TableAction.Replace("099", Values(2), stale));
        var inserts = Enumerable.Range(0, 99).Select(TableAction (i) => new TableAction.Insert($"{i:D3}", Values(i)));

        var conflict = await Conflict([.. inserts, new TableAction.Replace("099", Values(3), stale)]);

        Assert.Equal((99, TableConflict.Changed), (conflict.Index, conflict.Kind));
        Assert.Equal(["099"], await Keys(RowRange.All));
        Assert.Equal(2, await Number("099"));
    }

    [Fact]
    public async Task A_replace_keeps_nothing_of_what_was_there()
    {
        var etag = (await Commit(new TableAction.Insert("a", new TableValues { { "old", "x" } })))[0];

        await Commit(new TableAction.Replace("a", new TableValues { { "new", "y" } }, etag));

        Assert.Equal(new TableValues { { "new", "y" } }, (await Get("a"))?.Values);
    }

    [Fact]
    public async Task An_upsert_writes_over_any_version_and_over_none()
    {
        await Insert("a", 1);

        await Commit(new TableAction.Upsert("a", Values(2)), new TableAction.Upsert("b", Values(2)));

        Assert.Equal([2, 2], [await Number("a"), await Number("b")]);
    }

    [Fact]
    public async Task Changed_and_missing_rows_are_told_apart()
    {
        var stale = await Insert("a", 1);
        await Commit(new TableAction.Replace("a", Values(2), stale));

        Assert.Equal(TableConflict.Changed, (await Conflict(new TableAction.Replace("a", Values(3), stale))).Kind);
        Assert.Equal(TableConflict.Changed, (await Conflict(new TableAction.Delete("a", stale))).Kind);
        Assert.Equal(TableConflict.Missing, (await Conflict(new TableAction.Replace("b", Values(3), stale))).Kind);
        Assert.Equal(TableConflict.Missing, (await Conflict(new TableAction.Delete("b", stale))).Kind);
        Assert.Equal(TableConflict.Missing, (await Conflict(new TableAction.Remove("b"))).Kind);
        Assert.Equal(2, await Number("a"));
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_has_no_etag()
    {
        var etag = await Insert("a", 1);
        await Insert("b", 1);

        Assert.Equal(["", ""], await Commit(new TableAction.Delete("a", etag), new TableAction.Remove("b")));

        Assert.Empty(await Keys(RowRange.All));
    }

    [Fact]
    public async Task An_etag_never_comes_back_even_when_its_row_does()
    {
        var first = await Insert("a", 1);
        await Commit(new TableAction.Delete("a", first));
        var second = await Insert("a", 1);

        Assert.NotEqual(first, second);
        Assert.Equal(TableConflict.Changed, (await Conflict(new TableAction.Replace("a", Values(2), first))).Kind);
    }

    [Fact]
    public async Task Each_row_of_a_batch_can_be_replaced_with_the_etag_it_got()
    {
        var etags = await Commit(new TableAction.Insert("a", Values(1)), new TableAction.Insert("b", Values(1)));

        await Commit(new TableAction.Replace("b", Values(2), etags[1]), new TableAction.Delete("a", etags[0]));

        Assert.Equal(2, await Number("b"));
    }

    [Fact]
    public async Task A_commit_that_was_cancelled_before_it_began_is_never_applied()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.CommitAsync(Table, Partition, [new TableAction.Insert("a", Values(1))], cancelled.Token));

        await Insert("b", 1);
        Assert.Equal(["b"], await Keys(RowRange.All));
    }

    [Fact]
    public async Task Values_are_read_before_the_call_returns()
    {
        var values = Values(1);
        var commit = Commit(new TableAction.Insert("a", values));
        values.Add("late", true);

        await commit;

        Assert.Equal(Values(1), (await Get("a"))?.Values);
    }
}
