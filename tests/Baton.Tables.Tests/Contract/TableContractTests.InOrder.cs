namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task Of_two_batches_in_order_both_are_there_and_the_etags_are_those_of_the_second()
    {
        var etags = await InOrder(new TableAction.Insert("a", Values(1)), new TableAction.Insert("b", Values(2)));

        Assert.Equal(1, (await engine.GetAsync(Table, "first", "a", default))?.Values.GetInt32("number"));
        Assert.Equal((await Get("b"))?.ETag, Assert.Single(etags));
    }

    [Fact]
    public async Task Of_two_batches_in_order_the_second_is_not_there_when_the_first_conflicts()
    {
        await engine.CommitAsync(Table, "first", [new TableAction.Insert("a", Values(0))], default);

        var conflict = await Assert.ThrowsAsync<TableConflictException>(() => InOrder(new TableAction.Insert("a", Values(1)), new TableAction.Insert("b", Values(2))));

        Assert.Equal(("a", TableConflict.AlreadyExists), (conflict.RowKey, conflict.Kind));
        Assert.Null(await Get("b"));
    }

    [Fact]
    public async Task Of_two_batches_in_order_nothing_of_the_second_is_there_when_it_conflicts()
    {
        await Insert("b", 0);

        var conflict = await Assert.ThrowsAsync<TableConflictException>(() => InOrder(new TableAction.Upsert("a", Values(1)), new TableAction.Insert("b", Values(2))));

        Assert.Equal("b", conflict.RowKey);
        Assert.Equal(0, await Number("b"));
    }

    [Fact]
    public async Task Two_batches_in_order_cannot_hold_the_same_row()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => engine.CommitInOrderAsync(
            new TableBatch(Table, Partition, [new TableAction.Upsert("a", Values(1))]), new TableBatch(Table, Partition, [new TableAction.Upsert("a", Values(2))]), default));

        Assert.Contains("'a'", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Get("a"));
    }

    private Task<IReadOnlyList<string>> InOrder(TableAction first, TableAction then) =>
        engine.CommitInOrderAsync(new TableBatch(Table, "first", [first]), new TableBatch(Table, Partition, [then]), default);
}
