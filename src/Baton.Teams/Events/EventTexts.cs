namespace Baton.Teams.Events;

/// <summary>Names the resource file that holds what the edge says of its own.</summary>
public sealed class EventTexts
{
    private EventTexts()
    {
    }
}
