using System.Collections.Concurrent;
using Azure;
using Baton.Tables.Azure.Client;

namespace Baton.Tables.Azure;

/// <summary>
/// Tables in an account of Azure Table Storage, or of Cosmos DB for Table. Any number of processes may use one account: each batch is one
/// transaction of the service, guarded by its ETags.
/// </summary>
public sealed class AzureTableEngine : ITableEngine, ITableHealth, ITableScan
{
    /// <summary>The table that health checks write to; made by the first of them.</summary>
    public const string HealthTable = "health";

    private readonly AzureTableOptions options;
    private readonly TableServiceClient service;
    private readonly AzureFault fault;
    private readonly CommitSender sender;
    private readonly ConcurrentDictionary<string, TableClient> tables = new(StringComparer.OrdinalIgnoreCase);

    // Set once, by the first check that got through; several may set it.
    private volatile bool canCheck;

    /// <summary>Prepares to use an account; asks it nothing yet.</summary>
    /// <param name="options">The account and its limits; <see cref="ArgumentException"/> if one is out of range.</param>
    public AzureTableEngine(AzureTableOptions options)
    {
        this.options = options;
        service = options.Connection.Client(options.Client());
        fault = new AzureFault(options.Connection);
        sender = new CommitSender(options, fault);
    }

    /// <inheritdoc/>
    public async Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct)
    {
        foreach (var table in tables)
            TableRules.CheckTable(table);
        await Task.WhenAll(tables.Select(table => AskAsync(table, () => CreateAsync(table, ct), ct)));
    }

    /// <inheritdoc/>
    public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct)
    {
        TableRules.CheckRead(table, partitionKey, rowKey);
        return AskAsync(table, async () => await Client(table).GetEntityIfExistsAsync(partitionKey, rowKey, ct) is { } entity ? EntityRows.Row(entity) : null, ct);
    }

    /// <inheritdoc/>
    public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
    {
        TableRules.CheckQuery(table, partitionKey, take);
        return AskAsync(table, () => PageAsync(Client(table), RowFilter.Of(partitionKey, range), take, continuation, ct), ct);
    }

    /// <inheritdoc/>
    /// <remarks>Two queries at most places: the rest of a partition, then the partitions after it; each of them a range, neither a walk over the whole table.</remarks>
    public Task<ScanPage> ScanAsync(string table, RowPosition? after, int take, CancellationToken ct)
    {
        TableRules.CheckScan(table, take);
        return AskAsync(table, () => ScanPageAsync(Client(table), [.. RowFilter.After(after)], take, ct), ct);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct)
    {
        TableRules.CheckBatch(table, partitionKey, actions);
        return ct.IsCancellationRequested
            ? Task.FromCanceled<IReadOnlyList<string>>(ct)
            : sender.SendAsync(new PendingBatch(Client(table), partitionKey, actions), table);
    }

    /// <inheritdoc/>
    public async Task<TableHealth> CheckAsync(CancellationToken ct)
    {
        try
        {
            return await AskAsync(HealthTable, () => WriteAndReadAsync(ct), ct);
        }
        catch (TableUnavailableException unavailable)
        {
            return new TableHealth.Failing(unavailable.Reason, unavailable.Message);
        }
    }

    /// <summary>Nothing is kept open that would have to be closed.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<TablePage> PageAsync(TableClient table, string filter, int take, string? continuation, CancellationToken ct)
    {
        await using var pages = table.QueryAsync(filter, take, continuation, ct).GetAsyncEnumerator(ct);
        return await pages.MoveNextAsync()
            ? new TablePage([.. pages.Current.Values.Select(EntityRows.Row)], pages.Current.ContinuationToken)
            : throw new InvalidOperationException("A query has at least one page, though it may be empty.");
    }

    // A page that is empty though more follow names no row to go on after: the next one is asked for here.
    private static async Task<ScanPage> ScanPageAsync(TableClient table, string?[] filters, int take, CancellationToken ct)
    {
        foreach (var filter in filters)
        {
            await foreach (var page in table.QueryAsync(filter, take, null, ct))
            {
                if (page.Values.Count == 0)
                    continue;
                var rows = page.Values.Select(entity => new ScannedRow(entity.PartitionKey, EntityRows.Row(entity))).ToList();
                return new ScanPage(rows, page.ContinuationToken is null && filter == filters[^1] ? null : rows[^1].Position);
            }
        }

        return new ScanPage([], null);
    }

    private TableClient Client(string table) => tables.GetOrAdd(table, static (name, engine) => engine.service.GetTableClient(engine.options.TablePrefix + name), this);

    private async Task<bool> CreateAsync(string table, CancellationToken ct)
    {
        await service.CreateTableIfNotExistsAsync(options.TablePrefix + table, ct);
        return true;
    }

    private async Task<TableHealth> WriteAndReadAsync(CancellationToken ct)
    {
        if (!canCheck)
            canCheck = await CreateAsync(HealthTable, ct);
        var row = new TableEntity(HealthTable, HealthTable);
        await Client(HealthTable).UpsertEntityAsync(row, TableUpdateMode.Replace, ct);
        return await Client(HealthTable).GetEntityIfExistsAsync(row.PartitionKey, row.RowKey, ct) is not null
            ? new TableHealth.Working()
            : new TableHealth.Failing(TableUnavailable.IoError, $"A row was written to table '{HealthTable}' and is not there: something deletes it. Look at who else uses the account.");
    }

    private async Task<T> AskAsync<T>(string table, Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (AzureFault.IsOne(failure) && !ct.IsCancellationRequested)
        {
            throw fault.Of(failure, table);
        }
    }
}
