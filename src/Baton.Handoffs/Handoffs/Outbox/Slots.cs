using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Names of a handoff's messages: <c>sales|console:sales</c>, <c>sales|console:sales|m17</c> for a card that was posted there before its place was
/// lost, <c>feedback-000007</c>, <c>direct|rep@example.com|000004-nudge-owner</c>. Every one of them is brought up to date when the handoff changes. Stored.
/// </summary>
internal static class Slots
{
    private const string SalesPrefix = "sales|";
    private const string DirectPrefix = "direct|";
    private const string FeedbackPrefix = "feedback-";

    public static string Sales(Place place) => SalesPrefix + place;

    /// <summary>A card that stands where nobody can be reached, while another one stands elsewhere.</summary>
    public static string Former(CardMessage message) => $"{SalesPrefix}{message.MessagePlace}|{message.MessageId}";

    public static string Direct(EmailAddress person, string what) => $"{DirectPrefix}{person}|{what}";

    /// <summary>Which view of the handoff the message shows: a feedback card's topic, or empty for the handoff's own card.</summary>
    public static string TopicOf(string slot) =>
        slot.Split('|') is [.., var what] && what.StartsWith(FeedbackPrefix, StringComparison.Ordinal) && !slot.StartsWith(SalesPrefix, StringComparison.Ordinal) ? what : "";

    public static EmailAddress? PersonOf(string slot) =>
        slot.StartsWith(DirectPrefix, StringComparison.Ordinal) && EmailAddress.TryParse(slot.Split('|')[1], out var person) ? person : null;
}
