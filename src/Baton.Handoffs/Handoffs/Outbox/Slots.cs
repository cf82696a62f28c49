using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Names of a handoff's messages: <c>sales|console:sales</c>, <c>feedback-000007</c>, <c>direct|rep@example.com|000004-nudge-owner</c>.
/// Every one of them is brought up to date when the handoff changes. Stored.
/// </summary>
internal static class Slots
{
    private const string SalesPrefix = "sales|";
    private const string DirectPrefix = "direct|";

    public static string Sales(Place place) => SalesPrefix + place;

    public static string Direct(EmailAddress person, string effectId) => $"{DirectPrefix}{person}|{effectId}";

    public static bool IsFeedback(string slot) => !slot.StartsWith(SalesPrefix, StringComparison.Ordinal) && !slot.StartsWith(DirectPrefix, StringComparison.Ordinal);

    public static EmailAddress? PersonOf(string slot) =>
        slot.StartsWith(DirectPrefix, StringComparison.Ordinal) && EmailAddress.TryParse(slot.Split('|')[1], out var person) ? person : null;
}
