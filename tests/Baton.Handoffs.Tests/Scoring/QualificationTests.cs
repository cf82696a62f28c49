using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Tests.Leads;

namespace Baton.Handoffs.Tests.Scoring;

public sealed class QualificationTests
{
    private static readonly ScoringOptions Options = new();

    private static Qualification Decide(Lead lead) => Qualification.Decide(lead, new LeadScorer(Options).Score(lead, Reading.Now), Options);

    [Fact]
    public void A_sender_who_says_no_is_believed_whatever_the_score() =>
        Assert.Equal(new Qualification.Unqualified(QualifiedBy.Sender), Decide(LeadBuilder.Bare with { Qualified = false, Score = 100 }));

    [Fact]
    public void A_sender_who_says_yes_is_believed_whatever_the_score() =>
        Assert.Equal(new Qualification.Qualified(Tier.Normal, QualifiedBy.Sender), Decide(LeadBuilder.Bare with { Qualified = true, Score = 0 }));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Without_the_senders_word_the_threshold_decides(int score, bool qualified) =>
        Assert.Equal(
            qualified ? new Qualification.Qualified(Tier.Normal, QualifiedBy.Score) : new Qualification.Unqualified(QualifiedBy.Score),
            Decide(LeadBuilder.Bare with { Score = score }));

    [Theory]
    [InlineData(84, Tier.Normal)]
    [InlineData(85, Tier.Hot)]
    public void A_lead_is_hot_from_the_hot_threshold(int score, Tier tier) =>
        Assert.Equal(new Qualification.Qualified(tier, QualifiedBy.Sender), Decide(LeadBuilder.Bare with { Score = score, Qualified = true }));

    [Theory]
    [InlineData(true)]
    [InlineData(null)]
    public void What_lacks_a_required_field_goes_back_first(bool? qualified) =>
        Assert.Equal(["contact.title"], Assert.IsType<Qualification.Incomplete>(Decide(LeadBuilder.Bare.Titled(" ") with { Qualified = qualified })).Missing);

    [Fact]
    public void What_is_not_qualified_need_not_be_complete() =>
        Assert.IsType<Qualification.Unqualified>(Decide(LeadBuilder.Bare.Titled("") with { Qualified = false }));
}
