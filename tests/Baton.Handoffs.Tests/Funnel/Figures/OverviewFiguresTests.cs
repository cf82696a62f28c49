using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using FsCheck;
using FsCheck.Fluent;
using Period = Baton.Handoffs.Funnel.Periods.Period;

namespace Baton.Handoffs.Tests.Funnel.Figures;

public class OverviewFiguresTests
{
    private static readonly Period Week = IsoWeek.Parse("2026-W47").In(Facts.Tokyo);

    private static readonly HandoffFact[] Counted =
    [
        Facts.Offered("old win", 2, "expo").Accepted(3).Contacted(4).Qualified(5).Won(17, 1_000_000m),
        Facts.Offered("old reject", 12, "expo").Rejected(16, "too_small", ReasonClass.Definitional),
        Facts.Offered("open", 16),
        Facts.Offered("taken", 16).Accepted(17),
        Facts.Offered("contacted", 16, "expo").Accepted(16).Contacted(18),
        Facts.Offered("sql", 16).Accepted(16).Contacted(17).Qualified(19),
        Facts.Offered("won", 16).Accepted(16).Contacted(16).Qualified(17).Won(19, 50m, "USD"),
        Facts.Offered("recycled", 17).Accepted(17).Contacted(17).Closed(HandoffState.Recycled, 18, "no_budget", ReasonClass.Recycle),
        Facts.Offered("taken, then rejected", 17, "expo").Accepted(17).Rejected(18, "duplicate", ReasonClass.Procedural),
        Facts.Offered("returned", 18) with { State = HandoffState.Returned, OfferedAt = null },
        Facts.Offered("next week", 23).Accepted(23),
    ];

    [Fact]
    public void What_happened_and_how_the_cohort_stands_are_counted_apart()
    {
        var figures = OverviewFigures.Count(Counted, Week, null, [], Facts.Now);

        Assert.Equal((8, 7, 1), (figures.Activity.Created, figures.Activity.HandedOver, figures.Activity.Returned));
        Assert.Equal((5, 2), (figures.Activity.Accepted, figures.Activity.Rejected));
        Assert.Equal((4, 2, 1, 2), (figures.Activity.Contacted, figures.Activity.Qualified, figures.Activity.Recycled, figures.Activity.Won));
        Assert.Equal([new Money("JPY", 1_000_000m, 1), new Money("USD", 50m, 1)], figures.Activity.WonAmounts);

        Assert.Equal((7, 5, 1), (figures.Cohort.HandedOver, figures.Cohort.Accepted, figures.Cohort.Rejected));
        Assert.Equal((4, 2, 1, 1), (figures.Cohort.Contacted, figures.Cohort.Qualified, figures.Cohort.Recycled, figures.Cohort.Won));
        Assert.Equal([new Money("USD", 50m, 1)], figures.Cohort.WonAmounts);
    }

    [Fact]
    public void Each_rate_is_the_one_that_its_formula_says()
    {
        var rates = OverviewFigures.Count(Counted, Week, null, [], Facts.Now).Rates;

        Assert.Equal(new CohortRates(new Rate(5, 6), new Rate(4, 7), new Rate(2, 5), new Rate(2, 7), new Rate(1, 2)), rates);
    }

    [Fact]
    public void The_cohort_says_how_long_it_has_been_watched() =>
        Assert.Equal(new Observation(3, 4), OverviewFigures.Count(Counted, Week, null, [], Facts.Now).Observed);

    [Fact]
    public void Groups_come_most_handed_over_first_and_one_with_only_an_old_win_is_not_lost()
    {
        var figures = OverviewFigures.Count(Counted[..6], Week, Dimension.Source, [], Facts.Now);

        Assert.Equal(["web", "expo"], figures.Groups.Select(g => g.Key));
        Assert.Equal((1, 1), (figures.Groups[1].Activity.Won, figures.Groups[1].Cohort.HandedOver));
    }

    [Fact]
    public void Reps_are_listed_by_name_because_a_report_is_no_ranking()
    {
        HandoffFact[] facts = [Facts.Offered("1", 16).Accepted(16, "b@x.example"), Facts.Offered("2", 16).Accepted(16, "b@x.example"), Facts.Offered("3", 16).Accepted(16, "a@x.example")];

        Assert.Equal(["a@x.example", "b@x.example"], OverviewFigures.Count(facts, Week, Dimension.Rep, [], Facts.Now).Groups.Select(g => g.Key));
    }

    [Theory]
    [InlineData(0, "0-19")]
    [InlineData(19, "0-19")]
    [InlineData(20, "20-39")]
    [InlineData(79, "60-79")]
    [InlineData(80, "80-100")]
    [InlineData(100, "80-100")]
    public void Scores_are_grouped_in_five_bands(int score, string band)
    {
        var fact = Facts.Offered("x", 16) with { Score = score };

        Assert.Equal(band, Assert.Single(OverviewFigures.Count([fact], Week, Dimension.Score, [], Facts.Now).Groups).Key);
    }

    [Theory]
    [InlineData(Dimension.Source, "EXPO", 2)]
    [InlineData(Dimension.Source, "ｅｘｐｏ", 2)]
    [InlineData(Dimension.Source, "exp", 0)]
    [InlineData(Dimension.Campaign, "", 7)]
    [InlineData(Dimension.Rep, "@sato", 6)]
    [InlineData(Dimension.Rep, "sato@example.com", 6)]
    public void A_filter_keeps_what_has_that_value(Dimension dimension, string value, int handedOver) =>
        Assert.Equal(handedOver, OverviewFigures.Count(Counted, Week, null, [new FactFilter(dimension, value)], Facts.Now).Cohort.HandedOver);

    [Fact]
    public void A_recount_by_the_formulas_gives_the_same_figures() =>
        Prop.ForAll(RandomFacts.Some, facts =>
        {
            var figures = OverviewFigures.Count(facts, Week, Dimension.Campaign, [], Facts.Now);
            var cohort = facts.Where(f => Week.Holds(f.OfferedAt)).ToList();
            int Happened(Func<HandoffFact, DateTimeOffset?> at) => facts.Count(f => at(f) >= Week.From && at(f) < Week.To);
            Assert.Equal(Happened(f => f.CreatedAt), figures.Activity.Created);
            Assert.Equal(Happened(f => f.RejectedAt is null ? f.AcceptedAt : null), figures.Activity.Accepted);
            Assert.Equal(Happened(f => f.RejectedAt) + facts.SelectMany(f => f.EarlierRejections ?? []).Count(r => Week.Holds(r.At)), figures.Activity.Rejected);
            Assert.Equal((cohort.Count(f => f.RejectedAt is not null), 0), (figures.Cohort.Rejected, figures.Cohort.OfferedAgain));
            Assert.Equal(figures.Activity.Rejected - Happened(f => f.RejectedAt), figures.Activity.OfferedAgain);
            Assert.Equal(figures.Activity.Rejected, figures.Groups.Sum(g => g.Activity.Rejected));
            Assert.Equal(Happened(f => f.State == HandoffState.Won ? f.ClosedAt : null), figures.Activity.Won);
            Assert.Equal(Happened(f => f.State == HandoffState.Lost ? f.ClosedAt : null), figures.Activity.Lost);
            Assert.Equal(Happened(f => f.State == HandoffState.Disqualified ? f.ClosedAt : null), figures.Activity.Disqualified);
            Assert.Equal(cohort.Count, figures.Cohort.HandedOver);
            Assert.Equal(new Rate(cohort.Count(f => f.FirstTouchAt is not null), cohort.Count), figures.Rates.FollowUp);
            Assert.Equal(new Rate(cohort.Count(f => f.QualifiedAt is not null), cohort.Count), figures.Rates.Opportunity);
            Assert.Equal(cohort.Count(f => f.State == HandoffState.Won && f.ClosedAt is not null), figures.Rates.Win.Part);
            Assert.Equal(figures.Activity.Created, figures.Groups.Sum(g => g.Activity.Created));
            Assert.Equal(figures.Cohort.Accepted, figures.Groups.Sum(g => g.Cohort.Accepted));
            Assert.Equal(figures.Activity.WonAmounts.Sum(m => m.Amount), figures.Groups.Sum(g => g.Activity.WonAmounts.Sum(m => m.Amount)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_facts_does_not_matter() =>
        Prop.ForAll(RandomFacts.Some, facts =>
            OverviewFigures.Count(facts, Week, Dimension.Source, [], Facts.Now).Groups.Select(g => g.Key)
                .SequenceEqual(OverviewFigures.Count(facts.Reverse(), Week, Dimension.Source, [], Facts.Now).Groups.Select(g => g.Key))).QuickCheckThrowOnFailure();
}
