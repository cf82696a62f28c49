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
    public async Task<HandoffFile?> CommitAsync(HandoffFile read, HandoffChange change, CancellationToken cancellation)
    {
        if (change.Wake is not null)
            throw new ArgumentException("A change of a file that was read brings no wake-up.", nameof(change));
        var actions = HandoffBatch.Of(change);
        if (actions.Count == 0)
            return read;
        try
        {
            return HandoffBatch.After(read, change, await engine.CommitAsync(Table, Partition(change.Id), actions, cancellation));
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task RewriteAsync(HandoffId id, Func<HandoffEvent, HandoffEvent> kept, CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, Partition(id), HandoffRowKeys.Timeline, cancellation))
            await RewriteAsync(id, row, kept, cancellation);
    }

    // Another erasure may write the same row at the same moment, and takes out something else: both must be gone.
    private async Task RewriteAsync(HandoffId id, TableRow read, Func<HandoffEvent, HandoffEvent> kept, CancellationToken cancellation)
    {
        TableRow? row = read;
        await CompareAndSwap.UntilAsync($"An event of handoff '{id}'", async () =>
        {
            row ??= await engine.GetAsync(Table, Partition(id), read.RowKey, cancellation);
            if (row is not { } current)
                return true;
            row = null;
            var values = HandoffRows.Event(kept(HandoffRows.Event(current)));
            return current.Values.GetJsonBytes().AsSpan().SequenceEqual(values.GetJsonBytes())
                || await engine.TryCommitAsync(Table, Partition(id), [new TableAction.Replace(current.RowKey, values, current.ETag)], cancellation);
        }, cancellation);
    }

    // Escaped, because an id may come from a route or a button.
    private static string Partition(HandoffId id) => TableKey.Join(id.Value);
}
