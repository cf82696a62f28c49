namespace Baton.Slack.Events;

/// <summary>Names the texts of <c>EventTexts.resx</c>: what somebody is told by the edge itself.</summary>
public sealed class EventTexts
{
    private EventTexts()
    {
    }
}
