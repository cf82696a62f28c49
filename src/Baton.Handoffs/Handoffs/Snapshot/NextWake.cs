using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs;

/// <summary>When something must happen next to a handoff if nobody touches it.</summary>
public static class NextWake
{
    /// <summary>The instant, UTC, which may lie in the past when it was missed; null when time alone changes nothing.</summary>
    public static DateTimeOffset? Of(Handoff handoff, CalendarBook calendars)
    {
        DateTimeOffset? next = handoff is { State: HandoffState.Recycled, FollowedBy: null } ? handoff.ComesBackOn : null;
        foreach (var clock in handoff.Clocks)
        {
            next = Earlier(next, clock.NextStep(calendars)?.At);
        }

        return next;
    }

    /// <summary>The earlier of two instants; a missing one does not count.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
