using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Baton.Handoffs.Funnel;

namespace Baton.Bot.Api;

/// <summary>Where a page ends: the week, and the last handoff of it that was shown. New handoffs move nothing that lies behind it.</summary>
/// <param name="Week">The ISO week.</param>
/// <param name="Created">When the last one was created, in UTC ticks.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct HandoffCursor(string Week, long Created, string Id)
{
    internal static HandoffCursor Of(HandoffFact fact) => new(fact.Week, fact.CreatedAt.UtcTicks, fact.Id.Value);

    internal static HandoffCursor? Parse(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|') is [{ Length: > 0 } week, var created, { Length: > 0 } id]
                && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? new HandoffCursor(week, ticks, id)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether a handoff comes after it: weeks, and handoffs in them, are listed latest first.</summary>
    internal bool IsBefore(HandoffFact fact) => Compare(fact) < 0;

    /// <summary>Below zero for a handoff that comes after it in the list.</summary>
    internal int Compare(HandoffFact fact) => string.CompareOrdinal(fact.Week, Week) is not 0 and var weeks ? weeks
        : fact.CreatedAt.UtcTicks.CompareTo(Created) is not 0 and var times ? times
        : string.CompareOrdinal(fact.Id.Value, Id);

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Week}|{Created}|{Id}")));
}
