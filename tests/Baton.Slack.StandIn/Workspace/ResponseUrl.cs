namespace Baton.Slack.StandIn.Workspace;

/// <summary>One address for answers.</summary>
/// <param name="User">Who acted.</param>
/// <param name="Channel">Where.</param>
/// <param name="SourceTs">The message that was acted on; null for a command.</param>
/// <param name="Born">Since when it works.</param>
/// <param name="Uses">How often it was used.</param>
internal sealed record ResponseUrl(string User, string Channel, string? SourceTs, DateTimeOffset Born, int Uses);
