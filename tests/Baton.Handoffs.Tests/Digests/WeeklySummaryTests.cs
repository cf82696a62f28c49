using System.Text.Json;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Tests.Funnel;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Digests;

public class WeeklySummaryTests
{
    private static readonly IsoWeek Week = IsoWeek.Parse("2026-W47");
    private static readonly DigestSchedule Friday = new(Facts.Tokyo, DayOfWeek.Friday, new TimeOnly(14, 30));

    [Fact]
    public void The_week_stands_beside_last_week_and_the_mean_of_four()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 16).Accepted(17), Facts.Offered("b", 17), Facts.Offered("c", 10).Accepted(12), Facts.Offered("d", 3).Accepted(4),
            Facts.Offered("e", 3).Rejected(4, "too_small", ReasonClass.Definitional), Facts.Offered("too old", -13),
        ];

        var counts = Count(facts).Counts;

        Assert.Equal(new WeekCount(2, 1, 0.75), counts.HandedOver);
        Assert.Equal(new WeekCount(1, 1, 0.5), counts.Accepted);
        Assert.Equal(new WeekCount(0, 0, 0.25), counts.Rejected);
    }

    [Fact]
    public void A_source_with_unusually_many_definitional_rejections_is_a_finding_about_its_rules()
    {
        HandoffFact[] facts =
        [
            .. Many(4, i => Facts.Offered($"x{i}", 16, "expo").Rejected(17, "too_small", ReasonClass.Definitional)),
            .. Many(4, i => Facts.Offered($"w{i}", 16, "web").Accepted(17)),
        ];

        Assert.Equal(new Finding.LeadQuality(Dimension.Source, "expo", new Rate(4, 4), new Rate(0, 4)), Count(facts).Findings[0]);
        Assert.Contains("1. Source “expo”: rejected as not matching the definition 4 of 4†, elsewhere 0 of 4†. Step to look at: the qualification rules for it.", Summary(facts, "en").AllText());
    }

    [Fact]
    public void A_reason_that_doubled_and_a_clock_that_was_breached_most_are_findings()
    {
        static ClockFact Late() => new("contact", TimeSpan.FromHours(24), null, null, Facts.Day(18), TimeSpan.FromHours(30));
        HandoffFact[] facts =
        [
            .. Many(2, i => Facts.Offered($"l{i}", 9).Rejected(10, "duplicate", ReasonClass.Procedural)),
            .. Many(4, i => Facts.Offered($"t{i}", 16).Rejected(17, "duplicate", ReasonClass.Procedural)),
            .. Many(3, i => Facts.Offered($"c{i}", 16).Accepted(16).Contacted(18).With(Late()) with { Pool = "field" }),
        ];

        Assert.Equal(
            [
                new Finding.ReasonRose(new CodeCount(ReasonClass.Procedural, "duplicate", 4), 2),
                new Finding.ClockBreached("contact", "field", new Rate(3, 3)),
                new Finding.Volume(new WeekCount(7, 2, 2)),
            ],
            Count(facts).Findings);
    }

    [Fact]
    public void A_campaign_with_unusually_many_data_faults_is_a_finding_about_its_form()
    {
        HandoffFact[] facts =
        [
            .. Many(3, i => Facts.Offered($"x{i}", 16, "web", "Autumn").Rejected(17, $"fault{i}", ReasonClass.Clerical)),
            .. Many(3, i => Facts.Offered($"w{i}", 16, "web", "Spring").Accepted(17)),
        ];

        Assert.Equal(new Finding.DataQuality(Dimension.Campaign, "Autumn", new Rate(3, 3), new Rate(0, 3)), Count(facts).Findings[0]);
    }

    [Fact]
    public void Two_cases_are_an_accident_and_a_procedural_reason_is_no_top_reason()
    {
        HandoffFact[] facts =
        [
            .. Many(2, i => Facts.Offered($"x{i}", 16, "expo").Rejected(17, "duplicate", ReasonClass.Procedural)),
            Facts.Offered("y", 16, "expo").Rejected(17, "too_small", ReasonClass.Definitional), Facts.Offered("z", 16).Accepted(17),
        ];

        Assert.Equal(
            [new Finding.TopReason(new CodeCount(ReasonClass.Definitional, "too_small", 1), 3), new Finding.Volume(new WeekCount(4, 0, 0))],
            Count(facts).Findings);
    }

    [Fact]
    public void A_slow_connection_and_a_moved_acceptance_rate_are_findings()
    {
        HandoffFact[] facts =
        [
            .. Many(20, i => Facts.Offered($"l{i}", 9).Accepted(10)),
            .. Many(20, i => (i < 10 ? Facts.Offered($"t{i}", 16).Accepted(17) : Facts.Offered($"t{i}", 16).Rejected(17, $"r{i / 2}", ReasonClass.Other)) with { CardVisibleAt = Facts.Day(16) }),
        ];

        Assert.Equal(
            [typeof(Finding.SystemSlow), typeof(Finding.AcceptanceMoved), typeof(Finding.TopReason)],
            Count(facts).Findings.Select(f => f.GetType()));
    }

    [Fact]
    public void Comments_worth_reading_are_the_longest_ones_that_say_something_and_nobody_is_named()
    {
        HandoffFact Commented(string name, int day, string comment) => Facts.Offered(name, day).Rejected(day + 1, "too_small", ReasonClass.Definitional, comment);
        const string japanese = "従業員5名で、対象規模に満たないとのことでした。";
        HandoffFact[] facts =
        [
            Commented("a", 16, japanese), Commented("b", 16, new string('-', 50)), Commented("c", 16, "long " + new string('x', 273) + "🙂 and more"),
            Commented("d", 9, "last week's comment, which was read then"), Commented("e", 16, "short one"), Commented("f", 16, "short one"), Commented("g", 16, "shorter"),
        ];

        var comments = Count(facts).Comments;

        Assert.Equal(["long " + new string('x', 273) + "…", japanese, "short one"], comments.Select(c => c.Comment));
    }

    [Fact]
    public void Last_weeks_contests_say_what_became_of_them()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 9) with { Contest = "upheld", ContestedAt = Facts.Day(10) },
            Facts.Offered("b", 9) with { Contest = "dismissed", ContestedAt = Facts.Day(11) },
            Facts.Offered("c", 9) with { Contest = "open", ContestedAt = Facts.Day(16) },
        ];

        Assert.Contains("申し立て2件:再提示1件、却下のまま1件、判断待ち0件", Summary(facts, "ja").AllText());
        Assert.Equal([("a", "upheld"), ("b", "dismissed")], Count(facts).Contests.Listed.Select(c => (c.Company!, c.Outcome)));
    }

    [Fact]
    public void An_empty_week_is_a_summary_too() =>
        Assert.Contains("1. 引き渡しは0件、先週は0件、直近4週平均は0件です。", Summary([], "ja").AllText());

    [Fact]
    public void No_summary_names_a_person_or_lets_foreign_text_take_effect()
    {
        string[] hostile = ["<!channel>", "=1+1", "*bold*", "ウェビナー"];
        Prop.ForAll(RandomFacts.Some, facts =>
        {
            var card = Summary(facts, "en");
            Assert.Equal(CardKind.WeeklySummary, card.Kind);
            Assert.DoesNotContain(card.Spans(), s => s is Span.Someone);
            Assert.DoesNotContain(card.Spans().OfType<Span.Plain>(), p => hostile.Any(h => p.Text.Contains(h, StringComparison.Ordinal)));
            Assert.InRange(Count(facts).Findings.Count, 1, 3);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_same_facts_in_another_order_give_the_same_summary() =>
        Prop.ForAll(RandomFacts.Some, facts => JsonSerializer.Serialize(Count(facts)) == JsonSerializer.Serialize(Count([.. facts.Reverse()]))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_has_the_same_numbers_and_five_cells_a_row()
    {
        HandoffFact[] facts = [Facts.Offered("a", 16, "=expo").Rejected(17, "too_small", ReasonClass.Definitional), Facts.Offered("b", 10, "=expo").Rejected(11, "too_small", ReasonClass.Definitional)];

        var rows = WeeklyTable.Rows(Count(facts), Scenes.Of(facts, "en"));

        Assert.All(rows, r => Assert.Equal(5, r.Count));
        Assert.Contains(rows, r => r.SequenceEqual(["Step", "Handed over", "1", "1", "1"]));
        Assert.Contains(rows, r => r.SequenceEqual(["Reason", "Too small", "1", "1", ""]));
        Assert.Contains(rows, r => r.SequenceEqual(["Source", "=expo", "1", "1", ""]));
    }

    [Fact]
    public void The_mean_counts_the_weeks_since_the_first_lead_only()
    {
        HandoffFact[] facts = [Facts.Offered("a", 16), Facts.Offered("b", 9), Facts.Offered("c", 9), Facts.Offered("d", 2)];

        Assert.Equal(new WeekCount(1, 2, 1.5), Count(facts).Counts.HandedOver);
    }

    [Theory]
    [InlineData("en", "Also given last week, after its summary (", "Too small 1")]
    [InlineData("ja", "先週のまとめ（", "規模が小さい 1件")]
    public void What_was_rejected_after_last_weeks_summary_is_named_in_this_one(string locale, string begins, string holds)
    {
        HandoffFact Rejected(int hour, string comment) =>
            Facts.Offered($"at {hour}", 12).Rejected(13, "too_small", ReasonClass.Definitional, comment) with { RejectedAt = Facts.Day(13, hour) };
        HandoffFact[] facts = [Rejected(14, "Told last Friday already."), Rejected(16, "Came after the summary was out.")];

        var figures = Count(facts);
        var text = Summary(facts, locale).AllText().Single(t => t.StartsWith(begins, StringComparison.Ordinal));

        Assert.Equal([new CodeCount(ReasonClass.Definitional, "too_small", 1)], figures.ReasonsLate.Codes);
        Assert.Equal(["Came after the summary was out."], figures.Comments.Select(c => c.Comment));
        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.Equal(2, figures.Counts.Rejected.Last);
    }

    [Fact]
    public void What_marketing_fixed_or_a_rep_rerouted_is_told_all_the_same()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 16).RejectedAndOfferedAgain(17, "missing_data", ReasonClass.Clerical, "The telephone number is missing.").Accepted(18),
            Facts.Offered("b", 9).RejectedAndOfferedAgain(10, "wrong_owner", ReasonClass.Procedural, "Told last Friday already.").RejectedAndOfferedAgain(14, "bad_contact_data", ReasonClass.Clerical, "Mail to them comes back.").Accepted(17),
        ];

        var figures = Count(facts);

        Assert.Equal([new CodeCount(ReasonClass.Clerical, "missing_data", 1)], figures.Reasons.Codes);
        Assert.Equal([new CodeCount(ReasonClass.Clerical, "bad_contact_data", 1)], figures.ReasonsLate.Codes);
        Assert.Equal(["The telephone number is missing.", "Mail to them comes back."], figures.Comments.Select(c => c.Comment));
        Assert.Equal((new WeekCount(1, 2, 2), new Rate(2, 3)), (figures.Counts.Rejected, figures.Acceptance));
        Assert.Contains("Rejected, then fixed or passed to the right person and offered again: 1.", Summary(facts, "en").AllText());
        Assert.Contains("却下のうち、修正や担当者の変更によって再提案されたもの:1件", Summary(facts, "ja").AllText());
    }

    [Fact]
    public void Every_reason_of_a_year_is_named_by_exactly_one_summary()
    {
        var chance = new Random(7);
        DateTimeOffset AnyTime() => Facts.Day(1, 0).AddMinutes(chance.Next(365 * 24 * 60));
        EarlierRejection Earlier() => new("missing_data", ReasonClass.Clerical, null, EmailAddress.Parse("sato@example.com"), AnyTime(), "sales");
        HandoffFact[] facts = [.. Enumerable.Range(0, 400).Select(i => Facts.Offered($"{i}", 1) with { RejectedAt = AnyTime(), Reason = "too_small", ReasonClass = ReasonClass.Definitional, EarlierRejections = i % 4 == 0 ? [Earlier(), Earlier()] : null })];
        var named = 0;
        for (var week = IsoWeek.Of(Facts.Day(1), Facts.Tokyo); week <= IsoWeek.Of(Facts.Day(380), Facts.Tokyo); week = week.Next())
        {
            var due = Friday.In(week).At;
            HandoffFact[] known = [.. facts.Select(f => f with { RejectedAt = f.RejectedAt < due ? f.RejectedAt : null, EarlierRejections = [.. (f.EarlierRejections ?? []).Where(r => r.At < due)] })];
            var figures = WeeklyFigures.Count(known, week, Friday, due);
            named += figures.Reasons.Codes.Concat(figures.ReasonsLate.Codes).Sum(c => c.Count);
        }

        Assert.Equal(600, named);
    }

    [Theory]
    [InlineData("en", "Also missed last week, after its summary (", "Accept 1")]
    [InlineData("ja", "先週のまとめ（", "受諾 1件")]
    public void A_deadline_that_was_missed_after_last_weeks_summary_is_named_in_this_one(string locale, string begins, string holds)
    {
        HandoffFact Missed(string name, DateTimeOffset due, DateTimeOffset stopped, int hours = 5) =>
            Facts.Offered(name, 12).Accepted(13).With(new ClockFact("accept", TimeSpan.FromHours(4), due, due, stopped, TimeSpan.FromHours(hours)));
        HandoffFact[] facts =
        [
            Missed("told last Friday", Facts.Day(13, 14), Facts.Day(13, 17)),
            Missed("too late for it", Facts.Day(13, 15), Facts.Day(13, 17)),
            Missed("met", Facts.Day(13, 17), Facts.Day(13, 16), 3),
            Missed("among this week's", Facts.Day(13, 17), Facts.Day(16)),
        ];

        var figures = Count(facts);
        var text = Summary(facts, locale).AllText().Single(t => t.StartsWith(begins, StringComparison.Ordinal));

        Assert.Equal([("accept", 1)], figures.BreachesLate.Clocks);
        Assert.Equal(1, figures.Sla.Clocks.Single().Breached);
        Assert.Contains(holds, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Summary(facts[2..], locale).AllText(), t => t.StartsWith(begins, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_missed_deadline_of_a_year_is_in_a_summary()
    {
        var chance = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var due = Facts.Day(1, 0).AddMinutes(chance.Next(350 * 24 * 60));
            var stopped = due.AddMinutes(1 + chance.Next(4 * 24 * 60));
            var fact = Facts.Offered($"{i}", 1) with { OfferedAt = due.AddHours(-4), QualifiedAtSource = due.AddHours(-4) };
            var told = 0;
            for (var week = IsoWeek.Of(due, Facts.Tokyo); week <= IsoWeek.Of(stopped, Facts.Tokyo).Next(); week = week.Next())
            {
                var at = Friday.In(week).At;
                var known = fact.With(new ClockFact("contact", TimeSpan.FromHours(4), due, due, stopped < at ? stopped : null, stopped < at ? TimeSpan.FromHours(5) : null));
                var figures = WeeklyFigures.Count(due < at ? [known] : [], week, Friday, at);
                told += figures.Sla.Clocks.Sum(c => c.Breached) + figures.BreachesLate.Clocks.Sum(c => c.Count);
            }

            Assert.True(told > 0, $"Due {due:u}, stopped {stopped:u}: told by no summary.");
        }
    }

    private static HandoffFact[] Many(int count, Func<int, HandoffFact> fact) => [.. Enumerable.Range(0, count).Select(fact)];

    private static WeeklyFigures Count(IReadOnlyList<HandoffFact> facts) => WeeklyFigures.Count(facts, Week, Friday, Facts.Now);

    private static Card Summary(IReadOnlyList<HandoffFact> facts, string locale) => WeeklySummary.Of(Count(facts), Scenes.Of(facts, locale)).Card;
}
