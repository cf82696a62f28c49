using System.Text.Json;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;

namespace Baton.Tables;

/// <summary>
/// The rows of the facts table, to and fro: the fact in its week, or the mark that it moved to another; in <c>handoff|…</c> the week it is in;
/// in <c>weeks</c> each week that ever had a fact; in <c>open</c> once more the facts of handoffs that wait for somebody in sales, and behind
/// them, in <c>|…</c>, what was there last of each handoff.
/// </summary>
internal static class FactRows
{
    public const string Weeks = "weeks";
    public const string WeekOf = "week";
    public const string Open = "open";

    /// <summary>A property-less row.</summary>
    public static readonly TableValues Mention = new(0);

    public static string Week(string week) => TableKey.Join(week);

    public static string Row(HandoffId id) => TableKey.Join(id.Value);

    public static string Pointer(HandoffId id) => TableKey.Join("handoff", id.Value);

    /// <summary>The open facts, without what was there last.</summary>
    public static RowRange Shown => RowRange.UpTo(TableKey.Join("", ""));

    /// <summary>Where it says what was last among the open facts. No id begins with the separator, nor with anything behind it.</summary>
    public static string Last(HandoffId id) => TableKey.Join("", id.Value);

    public static bool IsLast(string rowKey) => rowKey.StartsWith(TableKey.Separator);

    public static HandoffId OfLast(string rowKey) => new(TableKey.Split(rowKey)[1]);

    /// <summary>Says that this fact is the last: it holds only if nobody said otherwise meanwhile.</summary>
    public static TableAction SwapLast(HandoffFact fact, TableRow? last) =>
        TableCommits.InsertOrReplace(Last(fact.Id), new(2) { { "version", fact.Version }, { "shown", fact.WaitsForSales } }, last?.ETag);

    public static bool WasShown(TableRow last) => last.Values.GetBoolean("shown");

    public static byte[] Json(HandoffFact fact) => HandoffJson.Write(fact, HandoffJson.Stored.HandoffFact);

    public static TableValues Fact(int version, byte[] json)
    {
        var values = new TableValues(2) { { "version", version } };
        values.AddJson(json);
        return values;
    }

    /// <summary>What stays in a week that a fact left: the version that moved it, so that no older one comes back.</summary>
    public static TableValues Moved(int version) => new(1) { { "version", version } };

    public static int Version(TableRow row) => row.Values.GetInt32("version");

    public static bool IsFact(TableRow row) => row.Values.HasJson;

    public static HandoffFact Fact(TableRow row) => row.Values.GetJson(HandoffJson.Stored.HandoffFact);
}
