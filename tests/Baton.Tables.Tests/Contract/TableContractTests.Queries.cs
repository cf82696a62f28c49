namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    // Here the order of UTF-16 code units is not that of UTF-8: U+10000 comes before U+E000 and U+FFFD.
    private static readonly string[] Ordered =
    [
        "", " ", "!", "'", "10", "9", "A", "Z", "_", "a", "a!", "ab", "a|", "b", "~", "é", "\u07ff", "\u0800",
        "日本", "\ud7ff", "\U00010000", "😀", "😀a", "\U0010FFFF", "\uE000", "\uFFFD",
    ];

    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        Assert.Equal(Ordered.Order(StringComparer.Ordinal), Ordered);
        foreach (var key in Ordered.Reverse())
            await Insert(key, 1);

        Assert.Equal(Ordered, await Keys(RowRange.All));
    }

    [Fact]
    public async Task A_range_holds_its_beginning_and_not_its_end()
    {
        foreach (var key in Ordered)
            await Insert(key, 1);

        foreach (var from in Ordered)
        {
            foreach (var before in Ordered)
            {
                var expected = Ordered.Where(key => string.CompareOrdinal(key, from) >= 0 && string.CompareOrdinal(key, before) < 0);
                Assert.Equal(expected, await Keys(new RowRange(from, before)));
            }
        }
    }

    [Fact]
    public async Task A_prefix_finds_its_rows_and_no_neighbour()
    {
        foreach (var key in (string[])["event", "event|", "event|1", "event|2", "event}", "events", "handoff"])
            await Insert(key, 1);

        Assert.Equal(["event|", "event|1", "event|2"], await Keys(RowRange.Prefix("event|")));
    }

    [Fact]
    public async Task What_is_due_comes_without_what_is_not()
    {
        foreach (var key in (string[])["10|nudge|a", "20|nudge|b", "21|nudge|c"])
            await Insert(key, 1);

        Assert.Equal(["10|nudge|a", "20|nudge|b"], await Keys(RowRange.UpTo("21")));
    }

    [Fact]
    public async Task Pages_over_more_than_a_thousand_rows_miss_none_and_repeat_none()
    {
        var expected = Enumerable.Range(0, 2050).Select(i => $"{i:D4}").ToArray();
        foreach (var chunk in expected.Chunk(TableRules.MaxBatchActions))
            await Commit([.. chunk.Select(TableAction (key) => new TableAction.Insert(key, Values(1)))]);

        Assert.Equal(expected, await Keys(RowRange.All));
    }

    [Fact]
    public async Task A_page_has_no_more_rows_than_asked_for_and_the_next_one_goes_on()
    {
        foreach (var key in (string[])["a", "b", "c"])
            await Insert(key, 1);

        var first = await engine.QueryAsync(Table, Partition, RowRange.All, 2, null, default);
        var second = await engine.QueryAsync(Table, Partition, RowRange.All, 2, first.Continuation, default);

        Assert.Equal(["a", "b"], first.Rows.Select(row => row.RowKey));
        Assert.Equal(["c"], second.Rows.Select(row => row.RowKey));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_row_that_is_deleted_between_pages_does_not_end_them()
    {
        foreach (var key in (string[])["a", "b", "c"])
            await Insert(key, 1);
        var first = await engine.QueryAsync(Table, Partition, RowRange.All, 1, null, default);
        await Commit(new TableAction.Remove("b"));

        var second = await engine.QueryAsync(Table, Partition, RowRange.All, 1, first.Continuation, default);

        Assert.Equal(["c"], second.Rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Large_rows_come_complete_in_however_many_pages()
    {
        var value = new string('x', TableRules.MaxStringLength);
        for (var i = 0; i < 12; i++)
        {
            var values = new TableValues();
            for (var j = 0; j < 15; j++)
                values.Add($"part{j}", value);
            await Commit(new TableAction.Insert($"{i:D2}", values));
        }

        Assert.Equal(12, (await Keys(RowRange.All)).Length);
    }

    [Fact]
    public async Task An_empty_partition_is_an_empty_page_without_a_continuation()
    {
        var page = await engine.QueryAsync(Table, "nobody", RowRange.All, 1, null, default);

        Assert.Empty(page.Rows);
        Assert.Null(page.Continuation);
    }
}
