using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Leads;

namespace Baton.Handoffs.Tests.Scoring;

public sealed class LeadScorerTests
{
    private static ScoreCard Default(Lead lead) => new LeadScorer(new ScoringOptions()).Score(lead, Reading.Now);

    private static ScoreCard By(Lead lead, params ScoreRule[] attributes) =>
        new LeadScorer(new ScoringOptions { Attributes = [.. attributes], Behaviour = [], Engagement = [] }).Score(lead, Reading.Now);

    [Theory]
    [InlineData("情報システム部 部長", 12)]
    [InlineData("取締役 営業部長", 14)]
    [InlineData("マーケティング部 課長", 8)]
    [InlineData("VP, Sales", 12)]
    [InlineData("CTO", 14)]
    [InlineData("Director", 12)]
    [InlineData("学生", 0)]
    [InlineData("Clerk", 0)]
    public void Titles_count_once_in_both_languages(string title, int points) => Assert.Equal(points, Default(LeadBuilder.Bare.Titled(title)).Attributes);

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 3)]
    [InlineData(49, 3)]
    [InlineData(50, 6)]
    [InlineData(299, 6)]
    [InlineData(300, 8)]
    [InlineData(999, 8)]
    [InlineData(1000, 10)]
    public void Company_sizes_have_bands_without_gap_or_overlap(int employees, int points) => Assert.Equal(points, Default(LeadBuilder.Bare.Sized(employees)).Attributes);

    [Theory]
    [InlineData("Pricing page form", 22)]
    [InlineData("お見積り・価格のご相談", 22)]
    [InlineData("お問い合わせ", 18)]
    [InlineData("資料請求フォーム", 12)]
    [InlineData("Something", 8)]
    public void Forms_count_by_what_was_asked_for(string form, int points) => Assert.Equal(points, Default(LeadBuilder.Bare.Did("form", form)).Behaviour);

    [Theory]
    [InlineData(0, 12)]
    [InlineData(3, 12)]
    [InlineData(4, 9)]
    [InlineData(14, 9)]
    [InlineData(30, 5)]
    [InlineData(31, 0)]
    public void The_last_activity_counts_less_with_every_day(int daysAgo, int points) => Assert.Equal(points, Default(LeadBuilder.Bare.Did("page", "", daysAgo)).Engagement);

    [Fact]
    public void Counts_of_one_kind_are_added_up() =>
        Assert.Equal(12, Default(LeadBuilder.Bare.Did("page", "a", 40, 15).Did("page", "b", 50, 15)).Behaviour);

    [Fact]
    public void A_part_stays_in_its_range_and_the_trace_says_so()
    {
        var over = By(LeadBuilder.Bare, new ScoreRule { Name = "all", Points = 50, Field = "source", Is = ["*"] });
        var under = By(LeadBuilder.Bare, new ScoreRule { Name = "none", Points = -5, Field = "source", Is = ["web"] });

        Assert.Equal((30, 0), (over.Attributes, under.Attributes));
        Assert.Equal([new ScorePoint("attributes", "all", 50), new ScorePoint("attributes", LeadScorer.KeptInRange, -20)], over.Trace);
        Assert.Equal([new ScorePoint("attributes", "none", -5), new ScorePoint("attributes", LeadScorer.KeptInRange, 5)], under.Trace);
    }

    [Fact]
    public void The_senders_own_score_counts_and_the_parts_are_shown_beside_it()
    {
        var card = Default(LeadBuilder.Bare.Titled("CTO") with { Score = 82 });

        Assert.Equal((82, 14), (card.Total, card.Attributes));
    }

    [Fact]
    public void A_field_condition_needs_a_value() =>
        Assert.Equal(0, By(LeadBuilder.Bare, new ScoreRule { Name = "r", Points = 1, Field = "campaign", Is = ["*"] }).Attributes);

    [Fact]
    public void Fields_that_only_the_sender_knows_can_be_asked_about()
    {
        var lead = LeadBuilder.Bare with { Attributes = new Dictionary<string, string> { ["Rating"] = "Hot" } };

        Assert.Equal(15, Default(lead).Engagement);
        Assert.Equal(7, By(lead, new ScoreRule { Name = "r", Points = 7, Field = "attributes.rating", Is = ["h*"] }).Attributes);
    }
}
