using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using FsCheck;
using FsCheck.Fluent;
using Period = Baton.Handoffs.Funnel.Periods.Period;

namespace Baton.Handoffs.Tests.Funnel.Figures;

public class ReasonFiguresTests
{
    private static readonly Period Week = IsoWeek.Parse("2026-W47").In(Facts.Tokyo);

    private static readonly HandoffFact[] Counted =
    [
        Facts.Offered("a", 12, "expo", "Autumn").Rejected(16, "too_small", ReasonClass.Definitional),
        Facts.Offered("b", 16, "expo", "Autumn").Rejected(16, "too_small", ReasonClass.Definitional),
        Facts.Offered("c", 16, "expo").Rejected(17, "low_intent", ReasonClass.Definitional),
        Facts.Offered("d", 16).Rejected(17, "duplicate", ReasonClass.Procedural),
        Facts.Offered("e", 16).Rejected(17, "missing_data", ReasonClass.Clerical),
        Facts.Offered("f", 16).Accepted(17),
        Facts.Offered("g", 10).Accepted(11).Contacted(12).Closed(HandoffState.Recycled, 18, "no_budget", ReasonClass.Recycle),
        Facts.Offered("h", 10).Rejected(12, "too_small", ReasonClass.Definitional),
    ];

    [Fact]
    public void Reasons_are_counted_by_class_and_then_by_code()
    {
        var figures = ReasonFigures.Count(Counted, Week, null, []);

        Assert.Equal((6, 5), (figures.Decided, figures.Rejected));
        Assert.Equal(
            [
                new ClassCount(ReasonClass.Procedural, 1, new Rate(1, 6)), new ClassCount(ReasonClass.Clerical, 1, new Rate(1, 6)),
                new ClassCount(ReasonClass.Definitional, 3, new Rate(3, 6)), new ClassCount(ReasonClass.Recycle, 1, null),
            ],
            figures.Classes);
        Assert.Equal(["duplicate", "missing_data", "too_small", "low_intent", "no_budget"], figures.Codes.Select(c => c.Code));
    }

    [Fact]
    public void A_rejection_that_was_fixed_or_rerouted_counts_where_it_was_given_whatever_became_of_the_lead()
    {
        HandoffFact[] fixedSince =
        [
            Facts.Offered("a", 16, "expo").RejectedAndOfferedAgain(16, "missing_data", ReasonClass.Clerical).Accepted(18),
            Facts.Offered("b", 16).RejectedAndOfferedAgain(16, "missing_data", ReasonClass.Clerical).RejectedAndOfferedAgain(17, "wrong_owner", ReasonClass.Procedural).Rejected(18, "too_small", ReasonClass.Definitional),
            Facts.Offered("c", 9).RejectedAndOfferedAgain(10, "bad_contact_data", ReasonClass.Clerical).Accepted(17),
        ];

        var figures = ReasonFigures.Count(fixedSince, Week, Dimension.Source, []);

        Assert.Equal((6, 4, 3), (figures.Decided, figures.Rejected, figures.OfferedAgain));
        Assert.Equal([("wrong_owner", 1), ("missing_data", 2), ("too_small", 1)], figures.Codes.Select(c => (c.Code, c.Count)));
        Assert.Equal((new Rate(1, 6), new Rate(2, 6)), (figures.LeadQuality, figures.DataQuality));
        Assert.Equal([new ReasonGroup("web", 4, 3, 1, 1, 1, 0), new ReasonGroup("expo", 2, 1, 0, 1, 0, 0)], figures.BySource);
        Assert.Equal(["bad_contact_data"], ReasonFigures.Count(fixedSince, Week.Previous(), null, []).Codes.Select(c => c.Code));
    }

    [Fact]
    public void Reasons_are_those_of_who_gave_them_and_of_the_pool_that_it_was_then()
    {
        HandoffFact[] rerouted =
        [
            Facts.Offered("a", 16).RejectedAndOfferedAgain(16, "wrong_owner", ReasonClass.Procedural, by: "aoi@example.com", pool: "east").Accepted(17, "ben@example.com") with { Pool = "west" },
            Facts.Offered("b", 16).Rejected(17, "too_small", ReasonClass.Definitional) with { ReasonBy = EmailAddress.Parse("aoi@example.com"), Pool = "east" },
        ];

        Assert.Equal([("aoi@example.com", 2, 2), ("ben@example.com", 1, 0)], Keyed(Dimension.Rep, []));
        Assert.Equal([("east", 2, 2), ("west", 1, 0)], Keyed(Dimension.Team, []));
        Assert.Equal([("aoi@example.com", 2, 2)], Keyed(Dimension.Rep, [new FactFilter(Dimension.Rep, "aoi")]));

        IEnumerable<(string, int, int)> Keyed(Dimension by, IReadOnlyList<FactFilter> filters) =>
            ReasonFigures.Count(rerouted, Week, by, filters).Grouped.Select(g => (g.Key, g.Decided, g.Rejected));
    }

    [Fact]
    public void Procedural_rejections_are_not_counted_against_lead_quality()
    {
        var figures = ReasonFigures.Count(Counted, Week, null, []);

        Assert.Equal((new Rate(3, 6), new Rate(1, 6)), (figures.LeadQuality, figures.DataQuality));
    }

    [Fact]
    public void Sources_and_campaigns_come_by_the_number_of_reasons_and_then_by_name()
    {
        var figures = ReasonFigures.Count(Counted, Week, Dimension.Source, []);

        Assert.Equal([new ReasonGroup("expo", 3, 3, 0, 0, 3, 0), new ReasonGroup("web", 3, 2, 1, 1, 0, 1)], figures.BySource);
        Assert.Equal(figures.BySource, figures.Grouped);
        Assert.Equal(["", "Autumn"], figures.ByCampaign.Select(g => g.Key));
    }

    [Fact]
    public void A_recount_by_the_formulas_gives_the_same_figures() =>
        Prop.ForAll(RandomFacts.Some, facts =>
        {
            var figures = ReasonFigures.Count(facts, Week, null, []);
            var earlier = facts.SelectMany(f => f.EarlierRejections ?? []).Where(r => Week.Holds(r.At)).ToList();
            var standing = facts.Where(f => Week.Holds(f.RejectedAt)).ToList();
            var (rejected, definitional) = (standing.Count + earlier.Count, standing.Count(f => f.ReasonClass == ReasonClass.Definitional) + earlier.Count(r => r.Class == ReasonClass.Definitional));
            var decided = rejected + facts.Count(f => f.RejectedAt is null && Week.Holds(f.AcceptedAt));
            var closed = facts.Count(f => f.State is HandoffState.Recycled or HandoffState.Disqualified && Week.Holds(f.ClosedAt) && !Week.Holds(f.RejectedAt));
            Assert.Equal(decided, figures.Decided);
            Assert.Equal(new Rate(definitional, decided), figures.LeadQuality);
            Assert.Equal(rejected + closed, figures.Codes.Sum(c => c.Count));
            Assert.Equal(figures.Codes.Sum(c => c.Count), figures.Classes.Sum(c => c.Count));
            Assert.Equal(decided, figures.BySource.Sum(g => g.Decided));
            Assert.Equal(rejected, figures.ByCampaign.Sum(g => g.Rejected));
        }).QuickCheckThrowOnFailure();
}
