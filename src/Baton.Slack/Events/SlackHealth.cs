using Baton.Handoffs.Chat;

namespace Baton.Slack.Events;

/// <summary>Whether Slack and Baton still hear each other: what <c>/readyz</c> says of Slack.</summary>
public sealed class SlackHealth : IPlatformHealth
{
    // Each is one reference, replaced as a whole.
    private volatile string? uninstalled;
    private volatile string? sockets;

    /// <inheritdoc />
    public string Platform => SlackPlatform.PlatformName;

    /// <inheritdoc />
    public string? Problem => uninstalled ?? sockets;

    /// <summary>The app was removed, or its token does not count any more.</summary>
    public void Uninstalled(string why) => uninstalled = why;

    /// <summary>The app was installed again.</summary>
    public void Installed() => uninstalled = null;

    /// <summary>Sockets: what is wrong with them; null when they are up.</summary>
    public void Sockets(string? problem) => sockets = problem;
}
