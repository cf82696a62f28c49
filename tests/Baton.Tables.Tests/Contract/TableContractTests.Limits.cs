namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    public static TheoryData<string, string> BadBatches { get; } = new()
    {
        { "key /", "Escape" },
        { "key \\", "Escape" },
        { "key #", "Escape" },
        { "key ?", "Escape" },
        { "key \u0000", "Escape" },
        { "key \u001f", "Escape" },
        { "key \u007f", "Escape" },
        { "key \u009f", "Escape" },
        { "high half", "Escape" },
        { "low half", "Escape" },
        { "long key", "at most 512" },
        { "long text", "at most 32768" },
        { "long bytes", "at most 65536" },
        { "heavy row", "at most 1048576" },
        { "many properties", "at most 252" },
        { "long name", "1 to 255" },
        { "odd name", "letters, digits and _" },
        { "digit name", "no digit first" },
        { "reserved name", "use another" },
        { "early instant", "1601" },
        { "empty etag", "the one that was read" },
        { "no actions", "1 to 100" },
        { "many actions", "1 to 100" },
        { "heavy batch", "at most 4194304" },
        { "row twice", "a row once" },
    };

    [Theory]
    [MemberData(nameof(BadBatches))]
    public async Task A_batch_beyond_a_limit_says_what_would_be_right(string name, string hint)
    {
        var actions = BadBatch(name);

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => engine.CommitAsync(Table, Partition, actions, default));

        Assert.Contains(hint, refused.Message, StringComparison.Ordinal);
        Assert.Empty(await Keys(RowRange.All));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("1ab")]
    [InlineData("a_b")]
    [InlineData("日本語")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_table_name_beyond_the_rules_is_refused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => engine.CreateTablesAsync([name], default));

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_of_another_size_than_1_to_1000_is_refused(int take) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => engine.QueryAsync(Table, Partition, RowRange.All, take, null, default));

    [Fact]
    public async Task Keys_are_checked_when_reading_too()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => engine.GetAsync(Table, "a/b", "r", default));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.GetAsync(Table, Partition, "a#b", default));
        await Assert.ThrowsAsync<ArgumentException>(() => engine.QueryAsync(Table, "a?b", RowRange.All, 1, null, default));
    }

    [Fact]
    public async Task A_row_at_every_limit_is_kept()
    {
        var key = new string('k', TableRules.MaxKeyLength);
        var values = new TableValues
        {
            { new string('n', TableRules.MaxNameLength), new string('界', TableRules.MaxStringLength) },
            { "_bytes", new byte[TableRules.MaxBinaryLength] },
            { "first", TableRules.MinInstant },
            { "last", DateTimeOffset.MaxValue },
        };
        while (values.Count < TableRules.MaxProperties)
            values.Add($"p{values.Count}", values.Count);

        await engine.CommitAsync(Table, key, [new TableAction.Insert(key, values)], default);

        Assert.Equal(values, (await engine.GetAsync(Table, key, key, default))?.Values);
    }

    private static TableAction[] BadBatch(string name) => name switch
    {
        "high half" => [new TableAction.Remove("a\ud800")],
        "low half" => [new TableAction.Remove("a\udc00")],
        "long key" => [new TableAction.Remove(new string('k', TableRules.MaxKeyLength + 1))],
        "long text" => [With("text", new string('x', TableRules.MaxStringLength + 1))],
        "long bytes" => [With("bytes", new byte[TableRules.MaxBinaryLength + 1])],
        "heavy row" => [new TableAction.Insert("a", Many(17, new string('x', TableRules.MaxStringLength)))],
        "many properties" => [new TableAction.Insert("a", Many(TableRules.MaxProperties + 1, 1))],
        "long name" => [With(new string('n', TableRules.MaxNameLength + 1), 1)],
        "odd name" => [With("a-b", 1)],
        "digit name" => [With("1a", 1)],
        "reserved name" => [With("Timestamp", 1)],
        "early instant" => [With("at", TableRules.MinInstant.AddTicks(-1))],
        "empty etag" => [new TableAction.Delete("a", "")],
        "no actions" => [],
        "many actions" => [.. Enumerable.Range(0, 101).Select(i => new TableAction.Upsert($"{i}", Values(i)))],
        "heavy batch" => [.. Enumerable.Range(0, 70).Select(i => new TableAction.Upsert($"{i}", Many(1, new byte[TableRules.MaxBinaryLength])))],
        "row twice" => [new TableAction.Upsert("a", Values(1)), new TableAction.Remove("a")],
        _ => [new TableAction.Upsert(name, Values(1))],
    };

    private static TableAction.Insert With(string name, TableValue value) => new("a", new TableValues { { name, value } });

    private static TableValues Many(int count, TableValue value)
    {
        var values = new TableValues(count);
        for (var i = 0; i < count; i++)
            values.Add($"p{i}", value);
        return values;
    }
}
