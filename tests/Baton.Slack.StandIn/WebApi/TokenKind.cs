namespace Baton.Slack.StandIn.WebApi;

/// <summary>Whose token a method takes.</summary>
internal enum TokenKind
{
    /// <summary>The bot's, <c>xoxb-</c>.</summary>
    Bot,

    /// <summary>The app's, <c>xapp-</c>.</summary>
    App,

    /// <summary>None: the client id and secret count.</summary>
    None,
}
