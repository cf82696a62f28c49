using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Tables.Audit;

/// <summary>One handoff's partition, read as one.</summary>
/// <param name="Id">The handoff.</param>
/// <param name="File">Snapshot, messages and outbox; null when there is no snapshot.</param>
/// <param name="Timeline">The events, as far as each follows the one before.</param>
/// <param name="Events">How many rows of events there are.</param>
/// <param name="Tag">The snapshot's tag, be it readable or not; null when there is none.</param>
/// <param name="Unreadable">Rows that cannot be read, and which rule that breaks.</param>
internal sealed record AuditedHandoff(HandoffId Id, HandoffFile? File, IReadOnlyList<HandoffEvent> Timeline, int Events, string? Tag, IReadOnlyList<(AuditRule Rule, string What)> Unreadable)
{
    /// <summary>Whether each event follows the one before, from the first on.</summary>
    public bool IsGapless => Timeline.Count == Events && Unreadable.Count == 0;

    /// <summary>Whether the outbox has an effect of that kind to do.</summary>
    public bool Awaits<T>()
        where T : Effect => File?.Outbox.Any(e => e is { Dead: false, Effect: T }) == true;

    /// <summary>Reads it from its rows, in order.</summary>
    public static AuditedHandoff Of(string partitionKey, IReadOnlyList<TableRow> rows)
    {
        var id = new HandoffId(TableKey.Unescape(partitionKey));
        (Handoff Handoff, string Tag)? snapshot = null;
        List<HandoffEvent> timeline = [];
        List<CardMessage> messages = [];
        List<OutboxEntry> outbox = [];
        List<(AuditRule Rule, string What)> unreadable = [];
        var events = 0;
        foreach (var row in rows)
        {
            if (row.RowKey.StartsWith(HandoffRowKeys.EventPrefix, StringComparison.Ordinal))
            {
                events++;
                Try(row, () => Add(timeline, row));
            }
            else if (row.RowKey == HandoffRowKeys.Snapshot)
                Try(row, () => snapshot = Read(id, row));
            else if (row.RowKey.StartsWith(HandoffRowKeys.MessagePrefix, StringComparison.Ordinal))
                Try(row, () => messages.Add(HandoffRows.Message(row)));
            else if (row.RowKey.StartsWith(HandoffRowKeys.OutboxPrefix, StringComparison.Ordinal))
                Try(row, () => outbox.Add(HandoffRows.Outbox(row)));
        }

        return new AuditedHandoff(id, snapshot is { } found ? new HandoffFile(found.Handoff, found.Tag, messages, outbox) : null, timeline, events, rows.FirstOrDefault(r => r.RowKey == HandoffRowKeys.Snapshot)?.ETag, unreadable);

        void Try(TableRow row, Action read)
        {
            try
            {
                read();
            }
            catch (Exception error) when (UnreadableRow.Is(error))
            {
                unreadable.Add((UnreadableRow.RuleOf(error), $"{row.RowKey}: {error.GetType().Name}"));
            }
        }
    }

    // Lead and score are read only when somebody asks for them.
    private static (Handoff Handoff, string Tag) Read(HandoffId id, TableRow row) =>
        HandoffRows.Snapshot(id, row) is { Lead: not null, Score: not null } handoff ? (handoff, row.ETag) : throw new JsonException("It has no lead or no score.");

    private static void Add(List<HandoffEvent> timeline, TableRow row)
    {
        var happened = HandoffRows.Event(row);
        if (row.RowKey == HandoffRowKeys.Event(timeline.Count + 1))
            timeline.Add(happened);
    }
}
