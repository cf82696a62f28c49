using Baton.Handoffs.Chat;
using Baton.Slack.Api;

namespace Baton.Slack.Events;

/// <summary>Whether Slack and Baton still hear each other: what <c>/readyz</c> says of Slack.</summary>
public sealed class SlackHealth : IPlatformHealth
{
    // Each is one reference, replaced as a whole.
    private volatile Removal? removal;
    private volatile string? token;
    private volatile string? sockets;

    /// <inheritdoc />
    public string Platform => SlackPlatform.PlatformName;

    /// <inheritdoc />
    public string? Problem => removal?.Why ?? token ?? sockets;

    /// <summary>The app was removed, or its token does not count any more.</summary>
    public void Uninstalled(string why) => removal = new Removal(why);

    /// <summary>The app was installed again.</summary>
    public void Installed()
    {
        removal = null;
        token = null;
    }

    /// <summary>Before a call with the bot's token: what its answer is measured against.</summary>
    internal Before Calling() => new(removal);

    /// <summary>What came of a call with the bot's token: whether Slack took it. What never got to Slack says nothing of it.</summary>
    /// <param name="answer">What came of it.</param>
    /// <param name="before">How it stood when the call began.</param>
    internal void Called(SlackAnswer answer, Before before)
    {
        token = answer switch
        {
            SlackAnswer.Ok => null,
            SlackAnswer.Refused { Error: SlackError.FixCredential } it => $"Slack does not take Baton's token, and nothing can be posted there ({it.Code}). {it.Detail}",
            _ => token,
        };
        if (answer is SlackAnswer.Ok)
        {
            // It was installed again, maybe by another process. A call that was on its way when the app was removed knows nothing of that removal.
            Interlocked.CompareExchange(ref removal, null, before.Removal);
        }
    }

    /// <summary>Sockets: what is wrong with them; null when they are up.</summary>
    public void Sockets(string? problem) => sockets = problem;

    /// <summary>How it stood when a call began: the removal that was known then.</summary>
    internal readonly record struct Before(Removal? Removal);

    /// <summary>One removal, told from every other, also from one for the same reason.</summary>
    internal sealed class Removal(string why)
    {
        public string Why { get; } = why;
    }
}
