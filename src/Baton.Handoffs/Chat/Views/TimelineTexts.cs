namespace Baton.Handoffs.Chat.Views;

/// <summary>Names the resource file of timeline lines, one text for each event.</summary>
public sealed class TimelineTexts
{
    private TimelineTexts()
    {
    }
}
