using Baton.EndToEnd.Processes;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Slack.StandIn.Faults;

namespace Baton.EndToEnd.Slack;

/// <summary>Slack has bad days; what is on the screens becomes right all the same, or the operator is told.</summary>
public sealed class SlackChaosTests : IAsyncLifetime
{
    private readonly SlackCompany company = new HttpCompany();

    public Task InitializeAsync() => company.InitializeAsync();

    public Task DisposeAsync() => company.DisposeAsync();

    [Fact]
    public async Task A_post_whose_answer_was_lost_is_found_and_not_posted_again()
    {
        company.Slack.Faults.Next("chat.postMessage", new ApiFault.ResetAfter());

        var card = await company.OfferAsync("Tramontana");
        await company.Slack.PressAsync(company.Aoi, card, "accept");

        await company.BecomesAsync(card, "the first card says who took it", m => m.Words.Contains("Accepted by", StringComparison.Ordinal));
        Assert.Single(company.Slack.Messages(company.Sales));
    }

    [Fact]
    public async Task A_fatal_error_that_took_effect_is_no_second_card()
    {
        company.Slack.Faults.Next("chat.postMessage", new ApiFault.ErrorAfterEffect("fatal_error"));

        var card = await company.OfferAsync("Levante");
        await company.Slack.PressAsync(company.Aoi, card, "accept");

        await company.BecomesAsync(card, "the first card says who took it", m => m.Words.Contains("Accepted by", StringComparison.Ordinal));
        Assert.Single(company.Slack.Messages(company.Sales));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task A_storm_passes_and_every_card_is_up_once(int status)
    {
        ApiFault fault = status switch { 429 => new ApiFault.RateLimited(), 503 => new ApiFault.Status(503), _ => new ApiFault.ResetBefore() };
        company.Slack.Faults.Next("chat.postMessage", fault, times: 3);
        company.Slack.Faults.Next("chat.update", fault, times: 2);
        string[] names = ["Sirocco", "Mistral", "Ostro"];
        foreach (var name in names)
        {
            await company.SendAsync(name);
        }

        foreach (var name in names)
        {
            var card = await company.CardAsync(name);
            await company.Slack.PressAsync(company.Ren, card, "accept");
            await company.BecomesAsync(card, $"{name} is taken", m => !m.Elements.Any(e => e.ActionId == "accept"));
        }

        Assert.Equal(names.Length, company.Slack.Messages(company.Sales).Count(m => m.ThreadTs is null));
    }

    [Fact]
    public async Task A_revoked_token_is_shown_to_the_operator_and_what_waited_for_a_good_one_is_posted_by_itself()
    {
        company.Slack.KillTokens();
        await company.SendAsync("Foehn");
        await Until.HoldsAsync("the log names it", () => Task.FromResult(company.Baton.Written.Contains("token_revoked", StringComparison.Ordinal)), seen: () => company.Baton.Written);

        company.Slack.KillTokens(null);
        await Until.HoldsAsync(
            "the card is up",
            () => Task.FromResult(company.Slack.Messages(company.Sales).Any(m => m.ByApp && m.Words.Contains("Foehn", StringComparison.Ordinal))),
            new Pulse().Unauthorized + TimeSpan.FromSeconds(30),
            () => company.Baton.Written);

        Assert.Single(company.Slack.Messages(company.Sales), m => m.Words.Contains("Foehn", StringComparison.Ordinal));
        Assert.DoesNotContain(company.Slack.Settings.BotToken, company.Baton.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_channel_is_archived_reps_get_the_lead_directly_and_the_manager_is_told_why()
    {
        await company.Slack.ArchiveAsync(company.Sales);

        await company.SendAsync("Chinook");

        await Until.HoldsAsync("the lead reaches a rep", () => Task.FromResult(company.Slack.DirectMessages(company.Aoi).Any(m => m.Words.Contains("Chinook", StringComparison.Ordinal))), seen: () => company.Baton.Written);
        await Until.HoldsAsync("the manager is told", () => Task.FromResult(company.Slack.DirectMessages(company.Manager).Any(m => m.Words.Contains(company.Sales.Id, StringComparison.Ordinal))), seen: () => string.Join('\n', company.Slack.DirectMessages(company.Manager).Select(m => m.Words)));

        await company.Slack.ArchiveAsync(company.Sales, archived: false);
        await company.CardAsync("Chinook");
    }
}
