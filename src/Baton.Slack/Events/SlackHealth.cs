namespace Baton.Slack.Events;

/// <summary>Whether Slack and Baton still hear each other: what <c>/readyz</c> says of Slack.</summary>
public sealed class SlackHealth
{
    // Each is one reference, replaced as a whole.
    private volatile string? uninstalled;
    private volatile string? sockets;

    /// <summary>What is wrong and what to do; null when nothing is.</summary>
    public string? Problem => uninstalled ?? sockets;

    /// <summary>The app was removed, or its token does not count any more.</summary>
    public void Uninstalled(string why) => uninstalled = why;

    /// <summary>The app was installed again.</summary>
    public void Installed() => uninstalled = null;

    /// <summary>Sockets: what is wrong with them; null when they are up.</summary>
    public void Sockets(string? problem) => sockets = problem;
}
