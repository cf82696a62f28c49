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
        Clocks = [.. it.Clocks.OrderBy(c => c.Kind).Select(c => Clock(c, terms))],
        HumanDelay = it.Milestones.CardVisible is { } visible && Decided(it) is { } decided && decided >= visible
            ? terms.Calendars.Get(it.Route.Calendar).WorkingTimeBetween(visible, decided)
            : null,
    };

    private static DateTimeOffset? Decided(Handoff it) => NextWake.Earlier(it.Milestones.Accepted, it.Milestones.Rejected);

    // After a hop the clock that runs is the last offer's; the figure is what the SLA says: first offered to decided.
    private static ClockFact Clock(ClockState clock, Terms terms)
    {
        var (whole, calendars) = (clock.Whole, terms.Calendars);
        var name = whole.Kind switch { ClockKind.Accept => "accept", ClockKind.Contact => "contact", _ => "outcome" };
        return new ClockFact(name, whole.Target, whole.Due(calendars), whole.AtRisk(calendars), whole.StoppedAt, whole.IsStopped ? whole.ElapsedBefore : null);
    }
}
