namespace Baton.Handoffs.Sla;

/// <summary>When a nudge may reach a person: only in that person's own working time.</summary>
public static class QuietHours
{
    /// <summary>Finds when a nudge that is due now may be delivered.</summary>
    /// <param name="now">The present.</param>
    /// <param name="recipientCalendar">The recipient's own calendar, in the recipient's own time zone.</param>
    /// <returns>Now when the recipient is at work, otherwise the next instant at which they are; null when they never will be.</returns>
    public static DateTimeOffset? DeliverAt(DateTimeOffset now, WorkingCalendar recipientCalendar) => recipientCalendar.NextOpen(now);
}
