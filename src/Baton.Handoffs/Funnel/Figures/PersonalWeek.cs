using Baton.Handoffs.Leads;
using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>What one person did in a week.</summary>
/// <param name="Taken">Accepted by the person, and still the person's or finished by the person; not what was rejected after all.</param>
/// <param name="InTime">Of the first contacts that the person made, those within the agreed time.</param>
/// <param name="Rejected">Rejected by the person, and neither taken back nor overruled.</param>
public sealed record PersonalWeek(int Taken, Rate InTime, int Rejected)
{
    /// <summary>Counts it; a fact that is given twice counts once.</summary>
    public static PersonalWeek Count(IEnumerable<HandoffFact> facts, EmailAddress person, Period week)
    {
        var all = facts.DistinctBy(f => f.Id).ToList();
        var mine = all.Where(f => f.Owner == person || f.ReasonBy == person).ToList();
        var contacts = mine.Where(f => f.Owner == person && week.Holds(f.FirstTouchAt)).Select(f => f.Clocks.FirstOrDefault(c => c.Clock == "contact")).OfType<ClockFact>().ToList();
        return new PersonalWeek(
            mine.Count(f => f.Owner == person && week.Holds(f.TakenAt)),
            new Rate(contacts.Count(c => c.Elapsed <= c.Target), contacts.Count),
            mine.Count(f => f.ReasonBy == person && week.Holds(f.RejectedAt)) + Overtaken.Of(all).Count(o => o.Rejection.By == person && week.Holds(o.Rejection.At)));
    }
}
