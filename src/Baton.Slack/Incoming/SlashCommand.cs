namespace Baton.Slack.Incoming;

/// <summary>A slash command (https://docs.slack.dev/interactivity/implementing-slash-commands). Its name is the workspace's business: Baton has one.</summary>
/// <param name="UserId">Who typed it.</param>
/// <param name="Channel">Where.</param>
/// <param name="Text">What follows its name, with mentions as <c>&lt;@U…&gt;</c>.</param>
/// <param name="ResponseUrl">Where further answers may be posted: five of them, for 30 minutes.</param>
internal sealed record SlashCommand(string UserId, string Channel, string Text, string? ResponseUrl);
