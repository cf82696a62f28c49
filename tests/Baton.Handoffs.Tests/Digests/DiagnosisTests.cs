using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Tests.Funnel;

namespace Baton.Handoffs.Tests.Digests;

public class DiagnosisTests
{
    [Theory]
    [InlineData(19, 0, 0, new[] { DiagnosisPoint.TooFew })]
    [InlineData(20, 6, 6, new[] { DiagnosisPoint.FollowUpStep })]
    [InlineData(20, 7, 7, new[] { DiagnosisPoint.UnderFirstTargets })]
    [InlineData(100, 50, 3, new[] { DiagnosisPoint.LeadQualification })]
    [InlineData(100, 50, 4, new[] { DiagnosisPoint.UnderFirstTargets })]
    [InlineData(100, 30, 3, new[] { DiagnosisPoint.FollowUpStep, DiagnosisPoint.LeadQualification })]
    [InlineData(100, 79, 10, new[] { DiagnosisPoint.UnderFirstTargets })]
    [InlineData(100, 80, 10, new[] { DiagnosisPoint.OnTarget })]
    public void The_numbers_point_at_steps_by_the_agreed_limits(int handedOver, int contacted, int qualified, DiagnosisPoint[] points) =>
        Assert.Equal(points, Count([.. Enumerable.Range(0, handedOver).Select(i => Lead(i, i < contacted, i < qualified, 10))]).Points);

    [Fact]
    public void A_late_first_contact_keeps_the_first_targets_from_being_reached()
    {
        var diagnosis = Count([.. Enumerable.Range(0, 20).Select(i => Lead(i, true, true, i < 17 ? 48 : 49))]);

        Assert.Equal(new Rate(17, 20), diagnosis.WithinTwoDays);
        Assert.Equal([DiagnosisPoint.UnderFirstTargets], diagnosis.Points);
    }

    [Fact]
    public void Only_the_four_whole_weeks_before_are_looked_at()
    {
        var diagnosis = Count([Facts.Offered("this week", 16), Facts.Offered("last week", 15), Facts.Offered("first of the four", -11), Facts.Offered("too old", -13)]);

        Assert.Equal(2, diagnosis.FollowUp.Whole);
    }

    private static Diagnosis Count(HandoffFact[] facts) => Diagnosis.Count(facts, IsoWeek.Parse("2026-W47").In(Facts.Tokyo), Facts.Now);

    private static HandoffFact Lead(int number, bool contacted, bool qualified, int hours)
    {
        var fact = Facts.Offered($"{number}", 9).Accepted(9);
        fact = contacted ? fact.Contacted(10).With(new ClockFact("contact", TimeSpan.FromHours(24), null, null, Facts.Day(10), TimeSpan.FromHours(hours))) : fact;
        return qualified ? fact.Qualified(11) : fact;
    }
}
