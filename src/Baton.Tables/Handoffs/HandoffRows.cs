using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>The rows of a handoff's partition, to and fro. State and version stand beside the JSON for whoever looks into the table.</summary>
internal static class HandoffRows
{
    // Lead and score are a property of their own, which passes through a change unread. Before this form they were within the JSON.
    private const string Origin = "origin";
    private const int FirstWithOrigin = 2;

    public static TableValues Snapshot(Handoff handoff)
    {
        var values = new TableValues(5)
        {
            { "schema", Handoff.CurrentSchema },
            { "version", handoff.Version },
            { "state", handoff.State.ToString() },
        };
        values.AddJson(HandoffJson.Write(handoff));
        values.AddJson(handoff.Origin.Json, Origin);
        return values;
    }

    // The form is checked before the JSON is read: a newer one may not even parse. What was read is in today's form.
    public static Handoff Snapshot(HandoffId id, TableRow row)
    {
        var schema = row.Values.GetInt32("schema");
        if (schema > Handoff.CurrentSchema)
            throw new NewerSchemaException($"Handoff {id}", schema, Handoff.CurrentSchema);
        return schema < FirstWithOrigin
            ? row.Values.GetJson(HandoffJson.Stored.Handoff) with { Schema = Handoff.CurrentSchema }
            : HandoffJson.Read(row.Values.GetJsonBytes(), Baton.Handoffs.Handoffs.Origin.Of(row.Values.GetJsonBytes(Origin)));
    }

    public static TableValues Event(HandoffEvent happened)
    {
        var values = new TableValues(1);
        values.AddJson(happened, HandoffJson.Stored.HandoffEvent);
        return values;
    }

    public static HandoffEvent Event(TableRow row) => row.Values.GetJson(HandoffJson.Stored.HandoffEvent);

    public static TableValues Outbox(OutboxEntry entry)
    {
        var values = new TableValues(8)
        {
            { "attempts", entry.Attempts },
            { "notBefore", entry.NotBefore },
            { "claimedUntil", entry.ClaimedUntil },
            { "claimedBy", entry.ClaimedBy },
            { "error", entry.Error is { } error ? Remark.Cut(error) : null },
            { "dead", entry.Dead },
            { "stuckSince", entry.StuckSince },
        };
        values.AddJson(entry.Effect, HandoffJson.Stored.Effect);
        return values;
    }

    public static OutboxEntry Outbox(TableRow row) => new(row.Values.GetJson(HandoffJson.Stored.Effect), row.ETag)
    {
        Attempts = row.Values.GetInt32("attempts"),
        NotBefore = row.Values.FindDateTimeOffset("notBefore"),
        ClaimedUntil = row.Values.FindDateTimeOffset("claimedUntil"),
        ClaimedBy = row.Values.FindString("claimedBy"),
        Error = row.Values.FindString("error"),
        Dead = row.Values.GetBoolean("dead"),
        StuckSince = row.Values.FindDateTimeOffset("stuckSince"),
    };

    public static TableValues Message(CardMessage message) => new(4)
    {
        { "slot", message.Slot },
        { "messagePlace", message.MessagePlace.ToString() },
        { "messageId", message.MessageId },
        { "version", message.Version },
    };

    public static CardMessage Message(TableRow row) => new(
        row.Values.GetString("slot"),
        Place.Parse(row.Values.GetString("messagePlace")),
        row.Values.GetString("messageId"),
        row.Values.GetInt32("version"));
}
