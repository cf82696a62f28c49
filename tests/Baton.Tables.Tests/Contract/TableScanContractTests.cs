namespace Baton.Tables.Tests.Contract;

/// <summary>What every engine's scan must do alike. An engine's own tests derive from this and say how to get an empty one.</summary>
public abstract class TableScanContractTests : IAsyncLifetime
{
    private const string Table = "rows";
    private static readonly TableValues Empty = new(0);

    private ITableEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = Create();
        await engine.CreateTablesAsync([Table], default);
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    protected abstract ITableEngine Create();

    [Fact]
    public async Task Rows_come_in_the_order_of_partition_and_row_key()
    {
        string[] keys = ["", "~", "a", "é", "A", "ab", "10", "\ue000", "\U00010000", "9", "恵 佐々木"];
        foreach (var partition in keys)
            await InsertAsync(partition, keys);

        var found = await ScanAsync(null, TableRules.MaxPageRows);

        var sorted = keys.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(sorted.SelectMany(_ => sorted, (p, r) => new RowPosition(p, r)), found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_give_each_row_once(int take)
    {
        foreach (var partition in (string[])["p", "q", "r"])
            await InsertAsync(partition, "1", "2", "3", "4");

        var found = await ScanAsync(null, take);

        Assert.Equal(12, found.Count);
        Assert.Equal(found.Distinct(), found);
    }

    [Fact]
    public async Task A_scan_goes_on_after_a_row_that_is_gone_or_never_was()
    {
        await InsertAsync("p", "1", "2", "3");
        await InsertAsync("q", "1");
        await engine.CommitAsync(Table, "p", [new TableAction.Remove("2")], default);

        Assert.Equal([new("p", "3"), new("q", "1")], await ScanAsync(new("p", "2"), 1));
        Assert.Equal([new("q", "1")], await ScanAsync(new("p", "9"), 1));
        Assert.Equal([new("q", "1")], await ScanAsync(new("pp", ""), 1));
        Assert.Empty(await ScanAsync(new("q", "1"), 1));
    }

    [Fact]
    public async Task Rows_come_with_their_values_and_tags()
    {
        var values = new TableValues { { "text", "恵" }, { "number", 7L }, { "at", DateTimeOffset.UnixEpoch } };
        await engine.CommitAsync(Table, "p", [new TableAction.Insert("r", values)], default);

        var row = Assert.Single((await Scanning.ScanAsync(Table, null, 10, default)).Rows).Row;

        Assert.Equal(values, row.Values);
        Assert.Equal((await engine.GetAsync(Table, "p", "r", default))!.ETag, row.ETag);
    }

    [Fact]
    public async Task An_empty_table_is_one_empty_page_and_a_missing_one_an_error()
    {
        Assert.Empty(await ScanAsync(null, 1));
        Assert.False(await Scanning.HasRowsAsync(Table, default));
        await InsertAsync("p", "1");
        Assert.True(await Scanning.HasRowsAsync(Table, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Scanning.ScanAsync("missing", null, 1, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Scanning.ScanAsync(Table, null, TableRules.MaxPageRows + 1, default));
    }

    private ITableScan Scanning => (ITableScan)engine;

    private Task InsertAsync(string partition, params string[] rows) =>
        engine.CommitAsync(Table, partition, [.. rows.Select(r => new TableAction.Insert(r, Empty))], default);

    private async Task<List<RowPosition>> ScanAsync(RowPosition? after, int take)
    {
        var found = new List<RowPosition>();
        do
        {
            var page = await Scanning.ScanAsync(Table, after, take, default);
            Assert.True(page.Rows.Count <= take);
            found.AddRange(page.Rows.Select(r => r.Position));
            after = page.Next;
        }
        while (after is not null);
        return found;
    }
}
