using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.People;

namespace Baton.Tables.Audit;

/// <summary>What waits for a person, a suggestion, a place or a line has its wake-up, and nobody is told twice.</summary>
internal sealed class OtherRowChecks(AuditScope scope, WakeBook book)
{
    private readonly string inboxes = TableKey.Join("inbox", "");
    private readonly string messages = TableKey.Join("message", "");

    /// <summary>Those that seem to lack a wake-up.</summary>
    public List<WakeWant> Wants { get; } = [];

    /// <summary>Inboxes and absences.</summary>
    public async Task<Suspicion?> PersonAsync(ScannedRow row, CancellationToken ct)
    {
        if (!row.PartitionKey.StartsWith(inboxes, StringComparison.Ordinal))
        {
            if (row.Row.Values.HasJson && row.Row.Values.GetJson(HandoffJson.Stored.PersonState) is { Absence.Until: { } until } absent && until > scope.Now)
                Want(AuditRule.PersonUnwoken, WakeKind.Person, absent.Email.Value, until, BatonTables.People, row);
            return null;
        }

        row.Row.Values.CheckForm("A person's inbox", TableInboxes.Form);
        var inbox = row.Row.Values.GetJson(HandoffJson.Stored.Inbox);
        if (inbox.Waiting.Count > 0 || inbox.Settled.Count > 0 || inbox.Sending is not null)
            Want(AuditRule.PersonUnwoken, WakeKind.Person, inbox.Person.Value, Agenda.Latest, BatonTables.People, row);
        var told = new List<string>();
        foreach (var item in inbox.Waiting.Where(_ => inbox.Sending is null))
        {
            if (await InboxTimeline.TellsAsync(scope.Handoffs, item, ct))
                told.Add(item.Key);
        }

        return told.Count == 0 ? null : new Suspicion(
            AuditRule.InboxToldAlready, $"inbox of {inbox.Person}", string.Join(", ", told), token => new TableInboxes(scope.Engine).ChangeAsync(
                inbox.Person, it => it.Sending is null ? it with { Waiting = [.. it.Waiting.Where(w => !told.Contains(w.Key))] } : it, token));
    }

    /// <summary>Suggestions that nobody was told of.</summary>
    public void Suggestion(ScannedRow row)
    {
        if (row.Row.Values.FindString("messageId") is null && row.Row.Values.HasJson)
            Want(AuditRule.SuggestionUnwoken, WakeKind.Suggestion, row.Row.Values.GetJson(HandoffJson.Stored.Suggestion).Id, Agenda.Latest, BatonTables.Suggestions, row);
    }

    /// <summary>Lost places, and lines of cards that wait.</summary>
    public void Place(ScannedRow row)
    {
        if (row.PartitionKey is TableLostPlaces.Partition or TableWaitingCards.Lines)
            Want(AuditRule.PlaceUnwoken, row.PartitionKey == TableLostPlaces.Partition ? WakeKind.Place : WakeKind.Waiting, TableKey.Unescape(row.Row.RowKey), Agenda.Latest, BatonTables.Places, row);
    }

    /// <summary>Messages of threads.</summary>
    public async Task<Suspicion?> ThreadAsync(ScannedRow row, CancellationToken ct) =>
        row.Row.RowKey.StartsWith(messages, StringComparison.Ordinal) && row.Row.Values.FindString("handoff") is { } handoff && !await scope.ExistsAsync(new HandoffId(handoff), ct)
            ? new Suspicion(AuditRule.ThreadLeftOver, handoff, $"a message of {row.PartitionKey} is about it", scope.Delete(BatonTables.Threads, row))
            : null;

    // It still needs one when its row is as it was.
    private void Want(AuditRule rule, WakeKind kind, string id, DateTimeOffset due, string table, ScannedRow row)
    {
        var by = (due > scope.Now ? due : scope.Now) + scope.Patience;
        if (!book.Has(kind, id, by))
            Wants.Add(new WakeWant(rule, kind, id, by, async ct => (await scope.Engine.GetAsync(table, row.PartitionKey, row.Row.RowKey, ct))?.ETag == row.Row.ETag ? by : null));
    }

    private static class Agenda
    {
        /// <summary>For what has no date: any wake-up will do.</summary>
        public static readonly DateTimeOffset Latest = DateTimeOffset.MaxValue.AddDays(-1);
    }
}
