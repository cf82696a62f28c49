namespace Baton.Teams.Events;

/// <summary>What Teams is answered about something that waits for no more than that it was received.</summary>
internal sealed class Taken
{
    private Taken()
    {
    }

    /// <summary>Received; it is done or will be.</summary>
    public static Taken Well { get; } = new();

    /// <summary>Not stored: Teams is to send it again.</summary>
    public static Taken Again { get; } = new();
}
