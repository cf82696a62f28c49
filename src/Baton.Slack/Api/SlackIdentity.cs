namespace Baton.Slack.Api;

/// <summary>Who Baton is in the workspace, as <c>auth.test</c> says (https://docs.slack.dev/reference/methods/auth.test).</summary>
/// <param name="TeamId">The workspace, <c>T…</c>.</param>
/// <param name="Team">Its name.</param>
/// <param name="Url">Its address, <c>https://….slack.com/</c>.</param>
/// <param name="EnterpriseId">The organisation that it belongs to, <c>E…</c>; null without one.</param>
/// <param name="UserId">The bot's user, <c>U…</c>, by which people mention it.</param>
/// <param name="BotId">The bot, <c>B…</c>, by which its messages are known.</param>
public sealed record SlackIdentity(string TeamId, string Team, string Url, string? EnterpriseId, string UserId, string? BotId);
