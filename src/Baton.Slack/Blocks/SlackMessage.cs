using System.Text.Json.Nodes;

namespace Baton.Slack.Blocks;

/// <summary>A message in Block Kit.</summary>
/// <param name="Text">Everything that notifications show and screen readers say: with blocks, Slack reads nothing else aloud (https://docs.slack.dev/reference/methods/chat.postMessage). At most 4,000 characters.</param>
/// <param name="Blocks">At most 50 blocks.</param>
public sealed record SlackMessage(string Text, JsonArray Blocks);
