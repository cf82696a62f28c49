namespace Baton.Tables.Tests.Contract;

/// <summary>What every engine must do alike. An engine's own tests derive from this and say how to get an empty one.</summary>
public abstract partial class TableContractTests : IAsyncLifetime
{
    private const string Table = "rows";
    private const string Partition = "p";

    private ITableEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = Create();
        await engine.CreateTablesAsync([Table], default);
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    protected abstract ITableEngine Create();

    private static TableValues Values(int number) => new() { { "number", number } };

    private Task<IReadOnlyList<string>> Commit(params TableAction[] actions) => engine.CommitAsync(Table, Partition, actions, default);

    private async Task<string> Insert(string rowKey, int number) => (await Commit(new TableAction.Insert(rowKey, Values(number))))[0];

    private Task<TableRow?> Get(string rowKey) => engine.GetAsync(Table, Partition, rowKey, default);

    private async Task<int?> Number(string rowKey) => (await Get(rowKey))?.Values.GetInt32("number");

    private async Task<string[]> Keys(RowRange range)
    {
        var keys = new List<string>();
        await foreach (var row in engine.ReadAllAsync(Table, Partition, range, default))
            keys.Add(row.RowKey);
        return [.. keys];
    }

    private async Task<TableConflictException> Conflict(params TableAction[] actions) =>
        await Assert.ThrowsAsync<TableConflictException>(() => Commit(actions));
}
