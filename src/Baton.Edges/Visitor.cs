using Baton.Handoffs.Leads;

namespace Baton.Edges;

/// <summary>Who did something on a chat platform.</summary>
/// <param name="UserId">The platform's id.</param>
/// <param name="Email">Who that is to Baton; for somebody who may look only, <see cref="Onlooker"/>.</param>
/// <param name="Locale">The language of what is said to the person alone: <c>en</c> or <c>ja</c>.</param>
/// <param name="Barrier">Why the person may not act.</param>
public sealed record Visitor(string UserId, EmailAddress Email, string Locale, Barrier Barrier)
{
    /// <summary>Who has no address has no role either: the desk knows nobody of this one.</summary>
    public static EmailAddress Onlooker { get; } = EmailAddress.Parse("onlooker@baton.invalid");

    /// <summary>Whether the person may act, within their role.</summary>
    public bool MayAct => Barrier == Barrier.None;
}
