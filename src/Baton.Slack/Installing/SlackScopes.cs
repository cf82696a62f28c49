using Baton.Slack.Api;

namespace Baton.Slack.Installing;

/// <summary>What Baton must be allowed in a workspace, and why (https://docs.slack.dev/reference/scopes).</summary>
public static class SlackScopes
{
    /// <summary>Scopes that no method asks for: what Slack tells Baton needs them.</summary>
    private static readonly string[] ForHearing = ["commands", "app_mentions:read"];

    /// <summary>All that the bot token needs, in alphabetical order: those of every method that Baton calls, and those for hearing.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        [.. SlackMethod.All.SelectMany(m => m.Scopes).Concat(ForHearing).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The one scope of the app-level token, for Socket Mode.</summary>
    public const string ForSockets = "connections:write";
}
