using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Leads;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Scoring;

public sealed class ScoreProperties
{
    [Fact]
    public void Every_part_is_in_its_range_and_is_the_sum_of_its_trace() =>
        Prop.ForAll<string, int, int>((text, number, days) =>
        {
            var lead = LeadBuilder.Bare.Titled(text ?? "").Sized(Math.Abs(number % 5000)).Did(days % 2 == 0 ? "form" : "page", text ?? "", Math.Abs(days), Math.Abs(number % 50) + 1);
            var card = new LeadScorer(new ScoringOptions()).Score(lead, Reading.Now);
            int Sum(string part) => card.Trace.Where(p => p.Part == part).Sum(p => p.Points);
            return card is { Attributes: >= 0 and <= 30, Behaviour: >= 0 and <= 40, Engagement: >= 0 and <= 30 }
                && (Sum("attributes"), Sum("behaviour"), Sum("engagement")) == (card.Attributes, card.Behaviour, card.Engagement);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_default_rules_can_reach_each_parts_most()
    {
        var best = LeadBuilder.Bare.Titled("CTO").Sized(5000).Did("form", "Pricing", 0, 3).Did("page", "", 0, 99).Did("email", "", 0, 9).Did("event", "Expo");
        best = best with { Need = "a demo", Company = best.Company with { Industry = "Software", Domain = "x.example" } };

        var card = new LeadScorer(new ScoringOptions()).Score(best, Reading.Now);

        Assert.Equal((ScoreCard.MaxAttributes, ScoreCard.MaxBehaviour, ScoreCard.MaxEngagement), (card.Attributes, card.Behaviour, card.Engagement));
    }
}
