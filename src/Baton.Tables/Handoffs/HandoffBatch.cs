using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables;

/// <summary>A change of a handoff as one atomic batch.</summary>
internal static class HandoffBatch
{
    /// <summary>The actions; <see cref="ArgumentException"/> when they are too many for one batch or do not fit together.</summary>
    public static List<TableAction> Of(HandoffChange change)
    {
        var actions = new List<TableAction>(Count(change));
        if (change.After is { } after)
            actions.Add(TableCommits.InsertOrReplace(HandoffRowKeys.Snapshot, HandoffRows.Snapshot(after), change.Tag));
        AddEvents(actions, change);
        foreach (var effect in change.Effects)
            actions.Add(new TableAction.Insert(HandoffRowKeys.Outbox(effect.Id), HandoffRows.Outbox(New(effect))));
        foreach (var done in change.Done)
            actions.Add(Delete(HandoffRowKeys.Outbox(done.Effect.Id), done.Tag));
        foreach (var kept in change.Kept)
            actions.Add(TableCommits.InsertOrReplace(HandoffRowKeys.Outbox(kept.Effect.Id), HandoffRows.Outbox(kept), kept.Tag.Length == 0 ? null : kept.Tag));
        foreach (var message in change.Messages)
            actions.Add(new TableAction.Upsert(HandoffRowKeys.Message(message.Slot), HandoffRows.Message(message)));
        return actions;
    }

    /// <summary>The file that a change was made of, with the change in it.</summary>
    /// <param name="read">The file as it was read.</param>
    /// <param name="change">The change, committed.</param>
    /// <param name="tags">The new tags of its actions, in their order.</param>
    public static HandoffFile After(HandoffFile read, HandoffChange change, IReadOnlyList<string> tags)
    {
        var next = 0;
        var tag = change.After is null ? read.Tag : tags[next++];
        next += change.Events.Count;
        var outbox = read.Outbox.ToDictionary(e => e.Effect.Id);
        foreach (var effect in change.Effects)
            outbox[effect.Id] = New(effect) with { Tag = tags[next++] };
        foreach (var done in change.Done)
            outbox.Remove(done.Effect.Id);
        next += change.Done.Count;
        foreach (var kept in change.Kept)
            outbox[kept.Effect.Id] = kept with { Tag = tags[next++] };
        var messages = read.Messages.Concat(change.Messages).GroupBy(m => m.Slot).Select(slot => slot.Last());
        return new HandoffFile(
            change.After ?? read.Handoff,
            tag,
            [.. messages.OrderBy(m => HandoffRowKeys.Message(m.Slot), StringComparer.Ordinal)],
            [.. outbox.Values.OrderBy(e => HandoffRowKeys.Outbox(e.Effect.Id), StringComparer.Ordinal)]);
    }

    private static int Count(HandoffChange change)
    {
        var count = (change.After is null ? 0 : 1) + change.Events.Count + change.Effects.Count + change.Done.Count + change.Kept.Count + change.Messages.Count;
        return count <= TableRules.MaxBatchActions
            ? count
            : throw new ArgumentException(
                $"The change of handoff {change.Id} has {count} rows ({change.Events.Count} events, {change.Effects.Count} effects, {change.Done.Count} done, {change.Kept.Count} kept, {change.Messages.Count} messages); at most {TableRules.MaxBatchActions} are atomic. Commit the outbox in parts.",
                nameof(change));
    }

    private static void AddEvents(List<TableAction> actions, HandoffChange change)
    {
        if (change.Events.Count == 0)
            return;
        if (change.After is not { } after || after.Version < change.Events.Count)
            throw new ArgumentException($"The change of handoff {change.Id} appends {change.Events.Count} events; it needs the snapshot after the last of them, whose version is its number.", nameof(change));
        var number = after.Version - change.Events.Count;
        foreach (var happened in change.Events)
            actions.Add(new TableAction.Insert(HandoffRowKeys.Event(++number), HandoffRows.Event(happened)));
    }

    private static OutboxEntry New(Effect effect) => new(effect, "") { NotBefore = effect.NotBefore };

    // Without a tag it was written and done by the same caller, who never read it back: done is done, whoever claimed it since.
    private static TableAction Delete(string rowKey, string tag) =>
        tag.Length == 0 ? new TableAction.Remove(rowKey) : new TableAction.Delete(rowKey, tag);
}
