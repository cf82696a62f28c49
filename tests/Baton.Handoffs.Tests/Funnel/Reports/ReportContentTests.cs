using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Funnel.Reports;

public class ReportContentTests
{
    private static readonly HandoffFact[] Week =
    [
        Facts.Offered("西日本建材", 16, "expo", "Autumn").Accepted(16).Contacted(17).Qualified(18).Won(19, 1_200_000m),
        Facts.Offered("Acme", 16, "web").Rejected(17, "too_small", ReasonClass.Definitional),
        Facts.Offered("Acme East", 17, "web").Accepted(17).With(new ClockFact("contact", TimeSpan.FromHours(24), Facts.Day(21), Facts.Day(20, 10), null, null)) with { Pool = "inside-sales" },
        Facts.Offered("Beta", 18, "web").Closed(HandoffState.Offered, 30) with { Pool = "inside-sales", ContactEmail = EmailAddress.Parse("b@beta.example"), ContactName = "Bea" },
    ];

    [Fact]
    public void An_overview_shows_the_period_beside_the_cohort_and_small_rates_as_counts()
    {
        var card = Ask("week by source", "en");

        Assert.Equal("Funnel, week 47 of 2026 (Nov 16 – Nov 22): handed over 4, accepted 2, won 1", card.Summary.Text());
        Assert.Equal(["Handed over", "4", "4"], card.Row("Step", "Handed over"));
        Assert.Equal("2 of 3†", card.Fact("Acceptance rate"));
        Assert.Equal("1 of 4†", card.Fact("Follow-up rate"));
        Assert.Equal("1,200,000 JPY", card.Fact("Won amount"));
        Assert.Equal(["web", "3", "1 of 2†", "0 of 3†", "0 of 3†", "0", "–"], card.Row("Source", "web"));
        Assert.Contains("† Fewer than 20 cases: shown as counts, too few for a percentage.", card.AllText());
        Assert.Contains(card.AllText(), t => t.Contains("2 to 4 days ago", StringComparison.Ordinal));
        Assert.Contains(card.Spans(), s => s is Span.Moment m && m.At == Facts.Now);
    }

    [Fact]
    public void A_large_sample_is_a_percentage_with_its_counts()
    {
        HandoffFact[] facts = [.. Enumerable.Range(0, 29).Select(i => i < 20 ? Facts.Offered($"{i}", 16).Accepted(16) : Facts.Offered($"{i}", 16).Rejected(16, "too_small", ReasonClass.Definitional))];

        Assert.Equal("69% (20 of 29)", Ask("week", "en", facts).Fact("Acceptance rate"));
        Assert.Equal("69%(29件中20件)", Ask("今週", "ja", facts).Fact("受諾率"));
        Assert.DoesNotContain(Ask("week", "en", facts[..20]).AllText(), t => t.Contains("of 20†", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reasons week")]
    [InlineData("reasons week by campaign")]
    [InlineData("reasons week by rep")]
    public void A_mark_at_a_small_sample_is_explained_wherever_it_stands(string command)
    {
        HandoffFact[] facts = [.. Enumerable.Range(0, 30).Select(i => Facts.Offered($"{i}", 16, "web", $"{i % 3}").Accepted(16, $"rep{i % 3}@example.com"))];
        HandoffFact[] rejected = [.. facts.Select(f => f.Rejected(16, "too_small", ReasonClass.Definitional))];

        var card = Ask(command, "en", rejected);

        Assert.Contains("10 of 10†", card.AllText());
        Assert.Contains("† Fewer than 20 cases: shown as counts, too few for a percentage.", card.AllText());
    }

    [Fact]
    public void A_period_in_which_nothing_happened_says_so_and_what_to_try() =>
        Assert.Contains(Ask("2020-01", "en").AllText(), t => t.StartsWith("Nothing happened in this period.", StringComparison.Ordinal));

    [Fact]
    public void A_filter_is_named_and_its_value_quoted()
    {
        var card = Ask("今週 流入元=expo", "ja");

        Assert.Contains("絞り込み:流入元=expo", card.AllText());
        Assert.Contains(new Span.Quoted("expo"), card.Spans());
    }

    [Fact]
    public void Reasons_say_that_procedural_ones_do_not_count_against_lead_quality()
    {
        var card = Ask("reasons this week", "en");

        Assert.Equal(["Definitional", "Too small", "1", "1 of 3†"], card.Row("Class", "Definitional"));
        Assert.Contains("Procedural reasons are rerouted or merged. They do not count against lead quality.", card.AllText());
        Assert.Equal("1", card.Sections.OfType<CardSection.Bars>().Single().Items.Single().Shown);
    }

    [Fact]
    public void A_code_in_two_classes_is_labelled_by_its_class_and_an_unknown_one_is_quoted()
    {
        HandoffFact[] facts =
        [
            Facts.Offered("a", 16).Accepted(16).Contacted(16).Closed(HandoffState.Disqualified, 17, "no_authority", ReasonClass.Disqualify),
            Facts.Offered("b", 16).Rejected(16, "<!here>", ReasonClass.Other),
        ];
        var card = Ask("reasons week", "en", facts);

        Assert.Contains("No authority (after)", card.AllText());
        Assert.Contains(new Span.Quoted("<!here>"), card.Spans());
    }

    [Fact]
    public void The_sla_report_shows_what_is_due_next_in_the_readers_own_time()
    {
        var card = Ask("sla", "en");

        Assert.Equal(["First contact", "0", "0", "1", "0", "–", "–", "–"], card.Row("Clock", "First contact"));
        Assert.Contains(new Span.Moment(Facts.Day(21), MomentStyle.DateAndTime), card.Spans());
    }

    [Theory]
    [InlineData("queue", "Open leads: 2")]
    [InlineData("queue @sato", "Open leads of 佐藤 健: 1")]
    [InlineData("queue 佐藤健", "Open leads of 佐藤 健: 1")]
    [InlineData("queue INSIDE-sales", "Open leads of inside-sales: 2")]
    [InlineData("queue @nobody", "There is no rep or team called “@nobody”.")]
    [InlineData("mine", "Your open leads: 1")]
    public void A_queue_is_everybodys_a_reps_or_a_pools(string text, string summary) =>
        Assert.Equal(summary, Ask(text, "en").Summary.Text());

    [Fact]
    public void Mine_tells_what_is_open_to_take() =>
        Assert.Contains("1 offered to you or your teams, open to take: /funnel queue", Ask("mine", "en").AllText());

    [Fact]
    public void Mine_counts_what_is_offered_to_the_asker_alone_whoevers_pool_it_is_and_not_what_a_colleague_alone_is_offered()
    {
        HandoffFact[] facts =
        [
            Week[3],
            Facts.Offered("Solo", 18) with { Pool = "elsewhere", OfferedTo = EmailAddress.Parse("sato@example.com") },
            Facts.Offered("Other", 18) with { Pool = "inside-sales", OfferedTo = EmailAddress.Parse("ben@example.com") },
        ];

        Assert.Contains("2 offered to you or your teams, open to take: /funnel queue", Ask("mine", "en", facts).AllText());
    }

    [Theory]
    [InlineData("lead b@beta.example", "Beta: Offered")]
    [InlineData("lead ｂｅａ", "Beta: Offered")]
    [InlineData("lead 建材", "西日本建材: Won")]
    [InlineData("lead acme", "Acme: Rejected")]
    [InlineData("lead acm", "“acm” matches 2 leads.")]
    [InlineData("lead zzz", "No lead matches “zzz”.")]
    public void A_lead_is_found_by_address_or_name_and_a_whole_name_beats_a_part(string text, string summary) =>
        Assert.Equal(summary, Ask(text, "en").Summary.Text());

    [Fact]
    public void A_lead_is_found_by_its_id_and_its_card_can_be_refreshed()
    {
        var card = Ask($"lead {Week[3].Id}", "en");

        Assert.Equal((Week[3].Id, 1), (card.Handoff!.Value, card.Version));
    }

    [Fact]
    public void A_history_shows_its_latest_entries_and_says_how_many_it_leaves_out()
    {
        var events = Enumerable.Range(0, 43).Select(i => new TimelineLine(Facts.Day(1).AddHours(i), $"event {i}")).ToList();
        var card = LeadReport.Of(new LeadTimeline(Week[0], events, [Line.Plain("counted 9-18")], [Line.Plain("rule east")]), Scenes.Of(Week, "en")).Card;

        Assert.Contains("3 earlier entries are not shown.", card.AllText());
        Assert.DoesNotContain(card.AllText(), t => t.EndsWith("event 2", StringComparison.Ordinal));
        Assert.Contains(card.AllText(), t => t.EndsWith("event 3", StringComparison.Ordinal));
        Assert.Contains("counted 9-18", card.AllText());
        Assert.Contains("rule east", card.AllText());
    }

    [Fact]
    public void Velocity_and_export_say_what_they_are_made_of()
    {
        Assert.Contains(Ask("velocity", "ja").AllText(), t => t.StartsWith("ベロシティ=商談数×平均受注金額", StringComparison.Ordinal));
        var export = FunnelReports.Answer(FunnelParser.Parse("export week", "en").Command, Scenes.Of(Week, "en"))!;
        Assert.Equal(5, Assert.IsType<ExportFigures>(export.Data).Rows.Count);
    }

    [Fact]
    public void Rules_show_the_thresholds_the_required_fields_and_the_reasons()
    {
        var card = RulesReport.Of(new RulesView(60, 80, ["contact.email", "company.name", "attributes.Rating"], [new("attributes", 14, "decides"), new("behaviour", -5, "ours")], [new("east", "sales")]), Scenes.Of([], "ja")).Card;

        Assert.Equal("スコア60以上", card.Fact("MQLの基準"));
        Assert.Equal("メールアドレス、会社名、attributes.Rating", card.Fact("必須項目"));
        Assert.All(["属性 +14 決裁者", "行動 -5 ours", "east → sales"], line => Assert.Contains(line, card.AllText()));
        Assert.Contains("定義不一致:規模が小さい、決裁権なし(接触前)", card.AllText());
    }

    private static Card Ask(string text, string locale, HandoffFact[]? facts = null) =>
        FunnelReports.Answer(FunnelParser.Parse(text, locale).Command, Scenes.Of(facts ?? Week, locale))!.Card;
}
