using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Calibration;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Handoffs;

namespace Baton.Handoffs.Tests.Funnel.Calibration;

public sealed class CalibrationTests
{
    private static readonly Period Week = Period.Parse("this week", Facts.Now, Facts.Tokyo)!;

    private static readonly RulesView Rules = new(60, 85, [], [new("attributes", 10, "Director"), new("behaviour", 15, "Pricing page"), new("engagement", -10, "Student")], []);

    [Fact]
    public void A_rule_is_measured_by_what_sales_accepted_and_what_it_rejected_as_no_fit()
    {
        HandoffFact[] facts =
        [
            .. Many(30, "good", "attributes/Director").Select(f => f.Accepted(17)),
            .. Many(10, "bad", "behaviour/Pricing page").Select(f => f.Rejected(17, "too_small", ReasonClass.Definitional)),
            .. Many(20, "bad too").Select(f => f.Rejected(17, "low_intent", ReasonClass.Definitional)),
            .. Many(7, "wrong owner", "attributes/Director").Select(f => f.Rejected(17, "wrong_owner", ReasonClass.Procedural)),
            .. Many(5, "open", "attributes/Director"),
            .. Many(3, "before", "attributes/Director").Select(f => f with { OfferedAt = Facts.Day(8) }),
        ];

        var figures = CalibrationFigures.Count(facts, Week, [], Rules.Scoring);

        Assert.Equal(new Rate(30, 60), figures.Acceptance);
        Assert.Equal((7, 5), (figures.OtherReasons, figures.Undecided));
        Assert.Equal(
            [("attributes", "Director", new Rate(30, 30), new Rate(0, 30), Evidence.Accepted), ("behaviour", "Pricing page", new Rate(0, 10), new Rate(30, 50), Evidence.TooFew)],
            figures.Rules.Select(r => (r.Part, r.Rule, r.With, r.Without, r.Evidence)));
    }

    [Fact]
    public void A_rule_of_a_group_is_not_compared_with_leads_that_a_better_one_of_it_counted_for()
    {
        ScoringRuleView[] rules = [new("behaviour", 22, "asked for a demo", "form"), new("behaviour", 8, "sent a form", "form"), new("attributes", 10, "Director")];
        HandoffFact[] facts =
        [
            .. Judged("demo", 100, 90, "behaviour/asked for a demo"), .. Judged("form", 60, 30, "behaviour/sent a form"), .. Judged("none", 40, 20, "attributes/Director"),
        ];

        var sent = CalibrationFigures.Count(facts, Week, [], rules).Rules.Single(r => r.Rule == "sent a form");

        Assert.Equal((new Rate(30, 60), new Rate(20, 40), Evidence.None), (sent.With, sent.Without, sent.Evidence));
    }

    [Fact]
    public void Whose_rules_nobody_wrote_down_stands_on_neither_side_and_is_told()
    {
        HandoffFact[] facts = [.. Judged("with", 30, 20, "attributes/Director"), .. Judged("without", 30, 10), .. Many(5, "old").Select(f => f.Accepted(17) with { Rules = null })];

        var figures = CalibrationFigures.Count(facts, Week, [], Rules.Scoring);

        Assert.Equal((5, new Rate(35, 65)), (figures.Unknown, figures.Acceptance));
        Assert.Equal((new Rate(20, 30), new Rate(10, 30)), Assert.Single(figures.Rules) is var rule ? (rule.With, rule.Without) : default);
        Assert.Contains("Of 5 of those counted it was not written down which rules counted: they are on neither side.", Report(facts, "en").AllText());
    }

    [Fact]
    public void What_marketing_took_back_is_not_said_to_be_on_offer() =>
        Assert.Equal(1, CalibrationFigures.Count([Facts.Offered("a", 16), Facts.Offered("b", 16).Closed(HandoffState.Withdrawn, 17)], Week, [], []).Undecided);

    [Theory]
    [InlineData(40, 30, 40, 10, Evidence.Accepted)]
    [InlineData(40, 10, 40, 30, Evidence.Rejected)]
    [InlineData(40, 21, 40, 19, Evidence.None)]
    [InlineData(19, 19, 40, 0, Evidence.TooFew)]
    [InlineData(40, 40, 19, 0, Evidence.TooFew)]
    public void What_is_said_of_a_rule_is_what_chance_alone_would_hardly_make(int with, int accepted, int without, int acceptedWithout, Evidence evidence)
    {
        HandoffFact[] facts = [.. Judged("with", with, accepted, "attributes/Director"), .. Judged("without", without, acceptedWithout)];

        Assert.Equal(evidence, Assert.Single(CalibrationFigures.Count(facts, Week, [], Rules.Scoring).Rules).Evidence);
    }

    [Fact]
    public void What_was_taken_and_then_rejected_counts_as_rejected_and_filters_hold()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 16).Accepted(16).Rejected(17, "too_small", ReasonClass.Definitional) with { Rules = ["attributes/Director"] },
            Facts.Offered("b", 16, "expo").Accepted(16),
        ];

        Assert.Equal(new Rate(1, 2), CalibrationFigures.Count(facts, Week, [], Rules.Scoring).Acceptance);
        Assert.Equal(new Rate(0, 1), CalibrationFigures.Count(facts, Week, [new FactFilter(Dimension.Source, "web")], Rules.Scoring).Acceptance);
    }

    [Fact]
    public void Bands_of_the_score_say_whether_a_higher_one_is_accepted_more_often()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 16).Accepted(16).Qualified(17) with { Score = 100 },
            Facts.Offered("b", 16).Accepted(16) with { Score = 85 },
            Facts.Offered("c", 16).Rejected(16, "too_small", ReasonClass.Definitional) with { Score = 5 },
            Facts.Offered("d", 16) with { Score = 60 },
        ];

        Assert.Equal(
            [new("0-19", 1, new Rate(0, 1), default), new("60-79", 1, default, default), new BandCalibration("80-100", 2, new Rate(2, 2), new Rate(1, 2))],
            CalibrationFigures.Count(facts, Week, [], Rules.Scoring).Bands);
    }

    [Theory]
    [InlineData("en", "Calibration of the rules, ", "attributes +10 Director", "goes with acceptance", "behaviour +15 Pricing page", "goes with rejection, but gives points", "goes with acceptance, but takes points", "+100 (+88 to +100)")]
    [InlineData("ja", "認定基準の検証 ", "属性 +10 Director", "受諾と関連", "行動 +15 Pricing page", "却下と関連(加点のルール)", "受諾と関連(減点のルール)", "+100(+88〜+100)")]
    public void The_report_says_which_rules_are_the_wrong_way_round(string locale, string title, string rule, string says, string wrong, string wrongSays, string takes, string difference)
    {
        HandoffFact[] facts =
        [
            .. Many(40, "good", "attributes/Director", "engagement/Student").Select(f => f.Accepted(17)),
            .. Many(40, "bad", "behaviour/Pricing page", "attributes/Gone by now").Select(f => f.Rejected(17, "too_small", ReasonClass.Definitional)),
        ];

        var card = Report(facts, locale);
        var rows = card.Sections.OfType<CardSection.Grid>().First().Rows.ToDictionary(row => row[0].Text(), row => row.Select(c => c.Text()).ToList());

        Assert.StartsWith(title, card.Summary.Text(), StringComparison.Ordinal);
        Assert.Equal(says, rows[rule][4]);
        Assert.Equal(difference, rows[rule][3]);
        Assert.Equal(wrongSays, rows[wrong][4]);
        Assert.Contains(rows.Values, row => row[4] == takes);
        Assert.Contains(rows.Keys, name => name.EndsWith("Gone by now", StringComparison.Ordinal) && !name.Contains('+', StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_was_decided_it_says_so()
    {
        var card = Report([Facts.Offered("a", 16)], "en");

        Assert.Contains("Nothing that was handed over in this period was accepted, or rejected as no fit, so there is nothing to compare.", card.AllText());
        Assert.Contains("Left out: 0 rejected for other reasons, which say nothing about the definition, and 1 still on offer.", card.AllText());
    }

    [Fact]
    public void A_fact_names_the_rules_that_held_and_not_what_kept_a_part_in_its_range()
    {
        var score = new ScoreCard(30, 0, 0, null, [new("attributes", "Director", 40), new("attributes", LeadScorer.KeptInRange, -10), new("behaviour", "a/b", 0)]);

        Assert.Equal(["attributes/Director", "behaviour/a/b"], RuleKey.Of(score));
        Assert.Equal(("behaviour", "a/b"), RuleKey.Split("behaviour/a/b"));
        Assert.Empty(RuleKey.Of(score with { Trace = [] }));
    }

    private static Card Report(IReadOnlyList<HandoffFact> facts, string locale) =>
        CalibrationReport.Of(new FunnelCommand.RulesCalibration(PeriodExpression.ThisWeek, []), Rules, Scenes.Of(facts, locale)).Card;

    private static IEnumerable<HandoffFact> Many(int count, string name, params string[] rules) =>
        Enumerable.Range(0, count).Select(i => Facts.Offered($"{name} {i}", 16) with { Rules = rules });

    private static IEnumerable<HandoffFact> Judged(string name, int count, int accepted, params string[] rules) =>
        Many(count, name, rules).Select((f, i) => i < accepted ? f.Accepted(17) : f.Rejected(17, "too_small", ReasonClass.Definitional));
}
