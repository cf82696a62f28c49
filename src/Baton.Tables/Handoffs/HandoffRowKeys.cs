using System.Globalization;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>
/// The row keys of a handoff's partition. In ordinal order: <c>event|…</c>, <c>handoff</c>, <c>message|…</c>, <c>outbox|…</c>;
/// so everything but the timeline is one range.
/// </summary>
internal static class HandoffRowKeys
{
    public const string Snapshot = "handoff";
    public const string EventPrefix = "event|";
    public const string MessagePrefix = "message|";
    public const string OutboxPrefix = "outbox|";

    /// <summary>Snapshot, messages and outbox. <c>}</c> is the character after <c>|</c>.</summary>
    public static readonly RowRange WithoutTimeline = new(Snapshot, "outbox}");

    /// <summary>The timeline, oldest first.</summary>
    public static readonly RowRange Timeline = RowRange.Prefix(EventPrefix);

    /// <summary>An event by its number from 1; six digits keep the order up to a million.</summary>
    public static string Event(int number) => string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{number:D6}");

    /// <summary>An effect by its id, which begins with the number of the event that it arose at: so the oldest comes first.</summary>
    public static string Outbox(string effectId) => TableKey.Shorten(OutboxPrefix + TableKey.Escape(effectId));

    /// <summary>The card in a channel.</summary>
    public static string Message(string slot) => TableKey.Shorten(MessagePrefix + TableKey.Escape(slot));
}
