using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>When a handoff must be looked at next, for whatever reason. What no wake-up comes for by then is dropped.</summary>
public static class WakeNeeded
{
    /// <summary>The instant, UTC, which may lie in the past; null when neither time nor the outbox brings anything on.</summary>
    /// <param name="file">The handoff with its outbox.</param>
    /// <param name="calendars">What its clocks count on.</param>
    /// <param name="now">When it is asked.</param>
    public static DateTimeOffset? Of(HandoffFile file, CalendarBook calendars, DateTimeOffset now) =>
        NextWake.Earlier(NextWake.Of(file.Handoff, calendars), DueEffects.Next(file, now));
}
