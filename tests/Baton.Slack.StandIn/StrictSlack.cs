namespace Baton.Slack.StandIn;

/// <summary>A workspace of Slack's for tests: refuses what Slack refuses.</summary>
public sealed class StrictSlack;
