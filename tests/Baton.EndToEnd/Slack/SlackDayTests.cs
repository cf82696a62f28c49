using Baton.EndToEnd.Processes;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Slack;

/// <summary>What people do with leads in Slack, from the API to their screens; the same over HTTP and over sockets.</summary>
public abstract class SlackDayTests
{
    private readonly SlackCompany company;

    private protected SlackDayTests(SlackCompany company) => this.company = company;

    public Task InitializeAsync() => company.InitializeAsync();

    public Task DisposeAsync() => company.DisposeAsync();

    [Fact]
    public async Task A_lead_becomes_a_card_that_one_accepts_and_everybody_sees_it()
    {
        var card = await company.OfferAsync("Nordwind");

        Assert.True((await company.Slack.PressAsync(company.Aoi, card, "accept")).Ok);

        var after = await company.BecomesAsync(card, "the card says who took it", m => m.Words.Contains("Accepted by", StringComparison.Ordinal));
        Assert.DoesNotContain(after.Elements, e => e.ActionId == "accept");
        Assert.Equal(SalesHouse.Reps[0], (await company.StandsAsync(after)).GetProperty("owner").GetString());
        Assert.Single(company.Slack.Messages(company.Sales), m => m.Words.Contains("Nordwind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_the_slower_is_told_in_private_who_won()
    {
        var card = await company.OfferAsync("Westwind");

        await Task.WhenAll(company.Slack.PressAsync(company.Aoi, card, "accept"), company.Slack.PressAsync(company.Ren, card, "accept"));

        await company.BecomesAsync(card, "the card says who took it", m => m.Words.Contains("Accepted by", StringComparison.Ordinal));
        var owner = (await company.StandsAsync(company.Slack.Now(card)!)).GetProperty("owner").GetString();
        var (winner, loser) = owner == company.Aoi.Email ? (company.Aoi, company.Ren) : (company.Ren, company.Aoi);
        var told = await company.ToldAsync(loser, "the slower is told", _ => true);
        Assert.Contains(SalesHouse.Reps[winner == company.Aoi ? 0 : 1][..4], told.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(company.Slack.Ephemerals(winner));
    }

    [Fact]
    public async Task A_rejection_asks_for_its_reason_in_place_and_reaches_marketing_whose_answer_is_kept()
    {
        var card = await company.OfferAsync("Ostwind");
        var form = await company.FormAsync(company.Aoi, card, "reject");

        Assert.IsType<SubmitOutcome.Incomplete>(await company.Slack.SubmitAsync(form, new Dictionary<string, string>()));
        var refused = Assert.IsType<SubmitOutcome.Refused>(await company.Slack.SubmitAsync(form, new Dictionary<string, string> { [SlackCompany.Question("reason")] = "other" }));
        Assert.Contains(SlackCompany.Question("comment"), refused.Errors.Keys);
        var said = new Dictionary<string, string> { [SlackCompany.Question("reason")] = "other", [SlackCompany.Question("comment")] = "They only wanted a brochure." };
        Assert.IsType<SubmitOutcome.Closed>(await company.Slack.SubmitAsync(form, said));

        var feedback = await company.ShownAsync(company.Marketing, "the rejection in marketing's channel", m => m.ThreadTs is not null && m.Words.Contains("They only wanted a brochure.", StringComparison.Ordinal));
        await company.BecomesAsync(card, "the card says that it was rejected", m => m.Words.Contains("ejected", StringComparison.Ordinal));
        await company.Slack.ReplyAsync(company.Marketer, feedback, "Thank you, the form now asks for the need.");
        await Until.HoldsAsync(
            "the answer is in the timeline",
            async () => (await TimelineAsync(SlackCompany.HandoffOf(card))).Contains("the form now asks for the need", StringComparison.Ordinal),
            seen: () => company.Baton.Written);
    }

    [Fact]
    public async Task Who_is_late_with_a_form_is_told_in_the_form()
    {
        var card = await company.OfferAsync("Südwind");
        var form = await company.FormAsync(company.Aoi, card, "reject");
        await company.Slack.PressAsync(company.Ren, card, "accept");

        var outcome = await company.Slack.SubmitAsync(form, new Dictionary<string, string> { [SlackCompany.Question("reason")] = "too_small", [SlackCompany.Question("comment")] = "Four people only." });

        var notice = Assert.IsType<SubmitOutcome.Updated>(outcome);
        Assert.Contains("Four people only.", notice.View.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_answers_in_private_and_shares_when_asked_to()
    {
        Assert.True((await company.Slack.CommandAsync(company.Manager, company.Sales, "/funnel", "week")).Ok);
        await company.ToldAsync(company.Manager, "the numbers", m => m.Words.Length > 0);
        Assert.Empty(company.Slack.Messages(company.Sales));

        Assert.True((await company.Slack.CommandAsync(company.Manager, company.Sales, "/funnel", "week share")).Ok);
        await company.ShownAsync(company.Sales, "the numbers for all", m => m.OnlyFor is null);
    }

    [Fact]
    public async Task A_stranger_may_look_and_not_act()
    {
        var stranger = company.Slack.AddUser("Stranger", null, u => u with { Stranger = true });
        var shared = company.Slack.Change(company.Sales, c => c with { Shared = true, Members = new HashSet<string> { stranger.Id, company.Aoi.Id } });
        var card = await company.OfferAsync("Passat");

        Assert.True((await company.Slack.PressAsync(stranger, card, "accept")).Ok);

        await company.ToldAsync(stranger, "why not", _ => true);
        Assert.Equal("offered", (await company.StandsAsync(card)).GetProperty("state").GetString(), ignoreCase: true);
        Assert.True(shared.Shared);
    }

    [Fact]
    public async Task Home_shows_a_rep_what_is_theirs()
    {
        var card = await company.OfferAsync("Monsun");
        await company.Slack.PressAsync(company.Aoi, card, "accept");

        await company.Slack.OpenHomeAsync(company.Aoi);

        await Until.HoldsAsync(
            "the lead on the page",
            () => Task.FromResult(company.Slack.Home(company.Aoi)?.Words.Contains("Monsun", StringComparison.Ordinal) == true),
            seen: () => company.Slack.Home(company.Aoi)?.Words ?? company.Baton.Written);
    }

    private async Task<string> TimelineAsync(string handoff) =>
        await company.Client.GetStringAsync(new Uri($"/api/handoffs/{handoff}", UriKind.Relative));
}
