using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables;

/// <summary>
/// Wake-ups in table storage. A shard is a partition, its rows are ordered by due time: asking for what is due reads only that.
/// A thing's shard is a stable hash of its id (FNV-1a).
/// </summary>
public sealed class TableAgenda : IAgenda
{
    /// <summary>The most shards.</summary>
    public const int MaxShards = 100;

    private const string Table = BatonTables.Agenda;

    private readonly ITableEngine engine;
    private readonly AgendaShards settled;

    /// <summary>An agenda; touches nothing yet. The first use fails as <see cref="InvalidOperationException"/> if the store was made with another number.</summary>
    /// <param name="engine">The store.</param>
    /// <param name="shards">How many shards, 1 to <see cref="MaxShards"/>; fixed for a store.</param>
    public TableAgenda(ITableEngine engine, int shards)
    {
        if (shards is < 1 or > MaxShards)
            throw new ArgumentOutOfRangeException(nameof(shards), shards, $"An agenda has 1 to {MaxShards} shards.");
        this.engine = engine;
        Shards = shards;
        settled = new AgendaShards(engine, shards);
    }

    /// <inheritdoc/>
    public int Shards { get; }

    /// <summary>How many shards a store was made with; null for one that has none yet.</summary>
    /// <param name="engine">The store; its table <see cref="BatonTables.Agenda"/> is there.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<int?> ShardsOfAsync(ITableEngine engine, CancellationToken cancellation) => AgendaShards.SettledAsync(engine, cancellation);

    /// <summary>The shard of a thing: always the same for an id.</summary>
    /// <param name="id">A <see cref="Wake.Id"/>.</param>
    public int ShardOf(string id) => AgendaKeys.Shard(id, Shards);

    /// <summary>Makes sure that the store has this number of shards, or settles it. Every other call does so too; a host calls it to fail at start.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask AgreeAsync(CancellationToken cancellation) => settled.AgreeAsync(cancellation);

    /// <inheritdoc/>
    public async Task AddAsync(Wake wake, CancellationToken cancellation)
    {
        await settled.AgreeAsync(cancellation);
        await engine.CommitAsync(Table, PartitionOf(wake.Id), [Addition(wake)], cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>One commit, unless one of the handled wake-ups is gone already.</remarks>
    public async Task ReplaceAsync(IReadOnlyList<Wake> handled, Wake next, CancellationToken cancellation)
    {
        await settled.AgreeAsync(cancellation);
        var partition = PartitionOf(next.Id);
        var gone = handled.Where(w => w != next).ToList();
        if (gone.Count < TableRules.MaxBatchActions && gone.TrueForAll(w => w.Id == next.Id))
        {
            TableAction[] actions = [Addition(next), .. gone.Select(w => AgendaKeys.Row(w)).Distinct().Select(row => new TableAction.Remove(row))];
            if (await engine.TryCommitAsync(Table, partition, actions, cancellation))
                return;
        }

        await AddAsync(next, cancellation);
        await RemoveAsync(gone, cancellation);
    }

    /// <summary>A wake-up as a batch, to be committed before what it watches over. The number of shards must have been agreed on.</summary>
    internal TableBatch Batch(Wake wake) => new(Table, PartitionOf(wake.Id), [Addition(wake)]);

    /// <inheritdoc/>
    public async Task RemoveAsync(IReadOnlyList<Wake> wakes, CancellationToken cancellation)
    {
        await settled.AgreeAsync(cancellation);
        var batches = wakes
            .Select(w => (Partition: PartitionOf(w.Id), Row: AgendaKeys.Row(w)))
            .Distinct()
            .GroupBy(w => w.Partition, w => w.Row, StringComparer.Ordinal)
            .SelectMany(shard => shard.Chunk(TableRules.MaxBatchActions).Select(rows => RemoveAsync(shard.Key, rows, cancellation)));
        await Task.WhenAll(batches);
    }

    /// <inheritdoc/>
    /// <remarks>Rows of a kind that only a newer release knows are left to it.</remarks>
    public async Task<IReadOnlyList<Wake>> DueAsync(int shard, DateTimeOffset now, int take, CancellationToken cancellation)
    {
        if (shard < 0 || shard >= Shards)
            throw new ArgumentOutOfRangeException(nameof(shard), shard, $"The agenda has shards 0 to {Shards - 1}.");
        await settled.AgreeAsync(cancellation);
        List<Wake> due = [];
        string? continuation = null;
        do
        {
            var page = await engine.QueryAsync(Table, AgendaKeys.Partition(shard), AgendaKeys.Due(now), take - due.Count, continuation, cancellation);
            foreach (var row in page.Rows)
            {
                if (Enum.TryParse<WakeKind>(row.Values.GetString("kind"), out var kind))
                    due.Add(new Wake(kind, row.Values.GetString("id"), AgendaKeys.DueOf(row.RowKey)));
            }

            continuation = page.Continuation;
        }
        while (continuation is not null && due.Count < take);
        return due;
    }

    private static TableAction.Upsert Addition(Wake wake) =>
        new(AgendaKeys.Row(wake), new TableValues(2) { { "kind", wake.Kind.ToString() }, { "id", wake.Id } });

    private string PartitionOf(string id) => AgendaKeys.Partition(ShardOf(id));

    // A batch in which one row is gone removes nothing: then each row goes by itself, side by side, so that they share a sync.
    private async Task RemoveAsync(string partition, string[] rows, CancellationToken ct)
    {
        if (await engine.TryCommitAsync(Table, partition, Array.ConvertAll(rows, TableAction (row) => new TableAction.Remove(row)), ct) || rows.Length == 1)
            return;
        await Task.WhenAll(rows.Select(row => engine.TryCommitAsync(Table, partition, [new TableAction.Remove(row)], ct)));
    }
}
