using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Funnel.Figures;

public class PersonalWeekTests
{
    private static readonly EmailAddress Sato = EmailAddress.Parse("sato@example.com");

    [Fact]
    public void A_rejection_is_the_persons_also_when_somebody_else_has_the_lead_now_and_each_handoff_counts_once()
    {
        var rerouted = Facts.Offered("a", 16).RejectedAndOfferedAgain(16, "wrong_owner", ReasonClass.Procedural).Accepted(17, "ben@example.com");
        var standing = Facts.Offered("b", 16).Rejected(17, "too_small", ReasonClass.Definitional) with { ReasonBy = Sato };
        var before = Facts.Offered("c", 9).RejectedAndOfferedAgain(10, "missing_data", ReasonClass.Clerical).Accepted(18);

        var week = PersonalWeek.Count([rerouted, standing, before, rerouted], Sato, IsoWeek.Parse("2026-W47").In(Facts.Tokyo));

        Assert.Equal((1, 2), (week.Taken, week.Rejected));
    }

    [Fact]
    public void A_lead_that_was_taken_and_then_rejected_counts_as_rejected_only_as_in_funnel()
    {
        var after = Facts.Offered("a", 16).Accepted(16, Sato.Value).Rejected(17, "too_small", ReasonClass.Definitional) with { ReasonBy = Sato };
        var period = IsoWeek.Parse("2026-W47").In(Facts.Tokyo);

        var week = PersonalWeek.Count([after], Sato, period);

        var funnel = OverviewFigures.Count([after], period, null, [], Facts.Day(18)).Activity;
        Assert.Equal((0, 1), (week.Taken, week.Rejected));
        Assert.Equal((funnel.Accepted, funnel.Rejected), (week.Taken, week.Rejected));
    }
}
