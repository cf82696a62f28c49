using Baton.Handoffs.Leads;

namespace Baton.Slack.Events;

/// <summary>Who did something in Slack.</summary>
/// <param name="UserId">Slack's id.</param>
/// <param name="Email">Who that is to Baton; somebody who may look only has an address that nobody else has.</param>
/// <param name="Locale">The language of what is said to the person alone: <c>en</c> or <c>ja</c>.</param>
/// <param name="Barrier">Why the person may not act.</param>
internal sealed record Visitor(string UserId, EmailAddress Email, string Locale, Barrier Barrier)
{
    /// <summary>Whether the person may act, within their role.</summary>
    public bool MayAct => Barrier == Barrier.None;
}
