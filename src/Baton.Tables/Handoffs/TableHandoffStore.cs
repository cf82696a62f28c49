using System.Runtime.CompilerServices;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables;

/// <summary>
/// Handoffs in table storage, one partition each. A snapshot of a newer release is a <see cref="NewerSchemaException"/>; older ones are read.
/// </summary>
/// <remarks>
/// A change of more than <see cref="TableRules.MaxBatchActions"/> rows is an <see cref="ArgumentException"/>. Two conveniences for who
/// sends at once what it has just committed: an entry of <see cref="HandoffChange.Kept"/> without a tag is added (an effect that is born
/// claimed), and one of <see cref="HandoffChange.Done"/> without a tag is deleted whatever its version.
/// </remarks>
/// <param name="engine">The store.</param>
/// <param name="agenda">Takes a change's wake-up; without it, changes must bring none.</param>
public sealed class TableHandoffStore(ITableEngine engine, TableAgenda? agenda = null) : IHandoffStore
{
    private const string Table = BatonTables.Handoffs;

    // Events of ordinary size fit into one batch many times over; a large one is at most a row's 1 MiB, of which a batch takes three.
    private const int RewrittenAtOnce = 3;

    /// <inheritdoc/>
    public bool TakesWakes => agenda is not null && engine.CommitsTogether;

    /// <inheritdoc/>
    public async Task<Stored?> LoadAsync(HandoffId id, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition(id), HandoffRowKeys.Snapshot, cancellation) is { } row
            ? new Stored(HandoffRows.Snapshot(id, row), row.ETag)
            : null;

    /// <inheritdoc/>
    public async Task<HandoffFile?> OpenAsync(HandoffId id, CancellationToken cancellation)
    {
        (Handoff Handoff, string Tag)? snapshot = null;
        List<CardMessage> messages = [];
        List<OutboxEntry> outbox = [];
        await foreach (var row in engine.ReadAllAsync(Table, Partition(id), HandoffRowKeys.WithoutTimeline, cancellation))
        {
            if (row.RowKey == HandoffRowKeys.Snapshot)
                snapshot = (HandoffRows.Snapshot(id, row), row.ETag);
            else if (row.RowKey.StartsWith(HandoffRowKeys.MessagePrefix, StringComparison.Ordinal))
                messages.Add(HandoffRows.Message(row));
            else if (row.RowKey.StartsWith(HandoffRowKeys.OutboxPrefix, StringComparison.Ordinal))
                outbox.Add(HandoffRows.Outbox(row));
        }

        return snapshot is { } found ? new HandoffFile(found.Handoff, found.Tag, messages, outbox) : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<HandoffEvent> TimelineAsync(HandoffId id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, Partition(id), HandoffRowKeys.Timeline, cancellation))
            yield return HandoffRows.Event(row);
    }

    /// <inheritdoc/>
    public async Task<HandoffEvent?> EventAsync(HandoffId id, int number, CancellationToken cancellation) =>
        await engine.GetAsync(Table, Partition(id), HandoffRowKeys.Event(number), cancellation) is { } row ? HandoffRows.Event(row) : null;

    /// <inheritdoc/>
    public async Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation)
    {
        var actions = HandoffBatch.Of(change);
        if (actions.Count == 0)
            return true;
        if (change.Wake is not { } wake)
            return await engine.TryCommitAsync(Table, Partition(change.Id), actions, cancellation);
        if (agenda is null)
            throw new ArgumentException("The change brings a wake-up, but this store has no agenda.", nameof(change));
        await agenda.AgreeAsync(cancellation);
        return await engine.TryCommitInOrderAsync(agenda.Batch(wake), new TableBatch(Table, Partition(change.Id), actions), cancellation);
    }

    /// <inheritdoc/>
    public async Task RewriteAsync(HandoffId id, IReadOnlyDictionary<int, HandoffEvent> events, CancellationToken cancellation)
    {
        List<TableAction> changed = [];
        foreach (var (number, happened) in events)
        {
            var key = HandoffRowKeys.Event(number);
            var values = HandoffRows.Event(happened);
            if (await engine.GetAsync(Table, Partition(id), key, cancellation) is { } row && !row.Values.GetJsonBytes().AsSpan().SequenceEqual(values.GetJsonBytes()))
                changed.Add(new TableAction.Replace(key, values, row.ETag));
        }

        // Nobody else writes events that are there: a conflict is another erasure that does the same.
        foreach (var some in changed.Chunk(RewrittenAtOnce))
            await engine.TryCommitAsync(Table, Partition(id), some, cancellation);
    }

    // Escaped, because an id may come from a route or a button.
    private static string Partition(HandoffId id) => TableKey.Join(id.Value);
}
