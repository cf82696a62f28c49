using Baton.Handoffs.Funnel.Calibration;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Sla;
using NodaTime;

namespace Baton.Handoffs.Funnel;

/// <summary>Derives the fact row from a snapshot.</summary>
public static class FactOf
{
    /// <summary>The fact of a handoff as it stands.</summary>
    public static HandoffFact Handoff(Handoff it, Terms terms) => new()
    {
        Id = it.Id,
        Version = it.Version,
        State = it.State,
        Week = IsoWeek.Of(it.Milestones.Offered ?? it.Milestones.Created, DateTimeZoneProviders.Tzdb[terms.ReviewZone]).ToString(),
        Source = it.Lead.Source,
        Campaign = it.Lead.Campaign,
        Pool = it.State == HandoffState.Returned ? null : it.Route.Pool,
        Segment = it.Lead.Company.Industry,
        Region = it.Lead.Company.Country,
        Score = it.Score.Total,
        Tier = it.Tier,
        Rules = RuleKey.Of(it.Score),
        Owner = it.Owner,
        OfferedTo = it.State == HandoffState.Offered ? it.OfferedTo : null,
        CompanyName = it.Lead.Company.Name,
        ContactName = it.Lead.Contact.Name,
        ContactEmail = it.Lead.Contact.Email,
        QualifiedAtSource = it.Milestones.QualifiedAtSource,
        CreatedAt = it.Milestones.Created,
        OfferedAt = it.Milestones.Offered,
        CardVisibleAt = it.Milestones.CardVisible,
        DecidedAt = Decided(it),
        AcceptedAt = it.Milestones.Accepted,
        RejectedAt = it.Milestones.Rejected,
        FirstTouchAt = it.Milestones.FirstTouch,
        QualifiedAt = it.Milestones.Qualified,
        ClosedAt = it.Milestones.Closed,
        RecycleOn = it.ComesBackOn,
        ErasedAt = it.ErasedAt,
        Reason = it.Reason?.Code,
        ReasonClass = it.Reason?.Class,
        Comment = it.Reason?.Comment,
        ReasonBy = it.Reason?.By,
        EarlierRejections = it.EarlierRejections,
        Contest = it.Contest is { } contest ? contest.Upheld switch { null => "open", true => "upheld", false => "dismissed" } : null,
        ContestedAt = it.Contest?.At,
        Amount = it.Amount,
        Currency = it.Currency,
        Clocks = [.. it.Clocks.OrderBy(c => c.Kind).Select(c => Clock(it, c, terms))],
        HumanDelay = it.Milestones.CardVisible is { } visible && Decided(it) is { } decided && decided >= visible
            ? terms.Calendars.Get(it.Route.Calendar).WorkingTimeBetween(visible, decided)
            : null,
    };

    private static DateTimeOffset? Decided(Handoff it) => NextWake.Earlier(it.Milestones.Accepted, it.Milestones.Rejected);

    // After a hop the accept clock that runs is the last offer's; the figure is what the SLA says: first offered to decided.
    private static ClockFact Clock(Handoff it, ClockState clock, Terms terms)
    {
        var calendars = terms.Calendars;
        var name = clock.Kind switch { ClockKind.Accept => "accept", ClockKind.Contact => "contact", _ => "outcome" };
        if (clock.Kind != ClockKind.Accept || it.Hops == 0 || it.Milestones.Offered is not { } offered)
        {
            return new ClockFact(name, clock.Target, clock.Due(calendars), clock.AtRisk(calendars), clock.StoppedAt, clock.IsStopped ? clock.ElapsedBefore : null);
        }

        var calendar = calendars.Get(clock.Calendar);
        return new ClockFact(
            name,
            clock.Target,
            calendar.Add(offered, clock.Target),
            calendar.Add(offered, clock.WorkingTimeAt(ClockState.AtRiskPercent)),
            clock.StoppedAt,
            clock.IsStopped ? calendar.WorkingTimeBetween(offered, clock.StartedAt) + clock.ElapsedBefore : null);
    }
}
