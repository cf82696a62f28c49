using Baton.Web.Console.Messages;

namespace Baton.Web.Console.Live;

/// <summary>What an open browser is told.</summary>
public abstract record ConsoleEvent
{
    private ConsoleEvent()
    {
    }

    /// <summary>The connection stands; what was missed before it must be read.</summary>
    public sealed record Hello : ConsoleEvent;

    /// <summary>A message was posted.</summary>
    public sealed record Added(ConsoleMessage Message) : ConsoleEvent;

    /// <summary>A message shows a newer card.</summary>
    public sealed record Updated(ConsoleMessage Message) : ConsoleEvent;

    /// <summary>The browser was too slow and events were dropped: read again what is shown.</summary>
    public sealed record Reload : ConsoleEvent;
}
