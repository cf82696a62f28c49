using Baton.Handoffs.Chat;
using Baton.Slack.Api;

namespace Baton.Slack.Events;

/// <summary>Whether Slack and Baton still hear each other: what <c>/readyz</c> says of Slack.</summary>
public sealed class SlackHealth : IPlatformHealth
{
    // Each is one reference, replaced as a whole.
    private volatile string? uninstalled;
    private volatile string? token;
    private volatile string? sockets;

    /// <inheritdoc />
    public string Platform => SlackPlatform.PlatformName;

    /// <inheritdoc />
    public string? Problem => uninstalled ?? token ?? sockets;

    /// <summary>The app was removed, or its token does not count any more.</summary>
    public void Uninstalled(string why) => uninstalled = why;

    /// <summary>The app was installed again.</summary>
    public void Installed() => uninstalled = token = null;

    /// <summary>What came of a call with the bot's token: whether Slack took it. What never got to Slack says nothing of it.</summary>
    internal void Called(SlackAnswer answer) => token = answer switch
    {
        SlackAnswer.Ok => null,
        SlackAnswer.Refused { Error: SlackError.FixCredential } it => $"Slack does not take Baton's token, and nothing can be posted there ({it.Code}). {it.Detail}",
        _ => token,
    };

    /// <summary>Sockets: what is wrong with them; null when they are up.</summary>
    public void Sockets(string? problem) => sockets = problem;
}
