using Baton.Handoffs.Leads;

namespace Baton.Handoffs.Tests.Leads;

public sealed class WhyNowTests
{
    private static readonly Lead Bare = new() { ExternalId = "1", Source = "web", Contact = new Contact(), Company = new Company() };
    private static readonly DateTimeOffset Now = Reading.Now;

    [Fact]
    public void The_need_in_own_words_comes_first_with_the_moment_of_the_strongest_engagement() =>
        Assert.Equal(
            new WhyNow(WhyNowReason.Need, "見積もりをお願いします。", Now.AddDays(-2)),
            WhyNow.Of(Bare with { Need = "見積もりをお願いします。", Engagements = [new(Now.AddDays(-2), "form", "Pricing")] }, Now));

    [Fact]
    public void A_form_beats_an_event_beats_mail_beats_pages()
    {
        Engagement[] all = [new(Now, "page", "p"), new(Now, "email", "m"), new(Now, "event", "e"), new(Now, "form", "f")];

        Assert.Equal([WhyNowReason.Form, WhyNowReason.Event, WhyNowReason.Email, WhyNowReason.Page],
            Enumerable.Range(0, 4).Select(skipped => WhyNow.Of(Bare with { Engagements = all[..^skipped] }, Now)!.Reason));
    }

    [Fact]
    public void Of_two_forms_the_latest_counts() =>
        Assert.Equal("new", WhyNow.Of(Bare with { Engagements = [new(Now.AddDays(-3), "form", "old"), new(Now.AddDays(-1), "form", "new")] }, Now)!.Text);

    [Fact]
    public void A_stale_form_loses_to_fresh_pages() =>
        Assert.Equal(WhyNowReason.Page, WhyNow.Of(Bare with { Engagements = [new(Now.AddDays(-31), "form", "old"), new(Now.AddDays(-30), "page", "p", 4)] }, Now)!.Reason);

    [Fact]
    public void A_senders_own_kind_is_other() => Assert.Equal(WhyNowReason.Other, WhyNow.Of(Bare with { Engagements = [new(Now, "fax", "x")] }, Now)!.Reason);

    [Fact]
    public void Without_any_engagement_the_campaign_has_to_do() =>
        Assert.Equal(new WhyNow(WhyNowReason.Campaign, "Expo", null), WhyNow.Of(Bare with { Campaign = "Expo" }, Now));

    [Fact]
    public void Nothing_known_is_nothing_said() => Assert.Null(WhyNow.Of(Bare, Now));
}
