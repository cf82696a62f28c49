namespace Baton.Slack.Api;

/// <summary>Which of an app's tokens a method wants.</summary>
public enum SlackTokenKind
{
    /// <summary>The bot's, <c>xoxb-…</c>.</summary>
    Bot,

    /// <summary>The app's own, <c>xapp-…</c>, which opens sockets.</summary>
    App,
}
