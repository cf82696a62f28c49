using Baton.Handoffs.Leads;

namespace Baton.Slack.People;

/// <summary>Somebody as Slack knows them (https://docs.slack.dev/reference/objects/user-object).</summary>
/// <param name="Id">The user's id, <c>U…</c> or <c>W…</c>.</param>
/// <param name="Email">The address by which the roster knows them; null for bots, for people of other companies, and without the scope <c>users:read.email</c>.</param>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Locale">The language of their Slack, as far as Baton speaks it: <c>ja</c>, else <c>en</c>.</param>
/// <param name="TimeZone">The IANA name of their zone; null when Slack does not say.</param>
/// <param name="Deleted">Whether the account is deactivated.</param>
/// <param name="Guest">Whether they are in some channels of the workspace only.</param>
/// <param name="Stranger">Whether they belong to another company and share a channel (Slack Connect).</param>
/// <param name="Bot">Whether it is a program.</param>
public sealed record SlackUser(string Id, EmailAddress? Email, string Name, string Locale, string? TimeZone, bool Deleted, bool Guest, bool Stranger, bool Bot);
