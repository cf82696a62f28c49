using System.Net.Http.Json;
using System.Text.Json;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Teams;
using Baton.Tables.StandIn;
using Baton.Teams.StandIn;

namespace Baton.EndToEnd.Faults;

/// <summary>
/// The same in Teams as in Slack (<see cref="ThrottledClicksTests"/>): while the account takes no request at all, each press is answered in time, whoever
/// pressed is told alone what becomes of it, and what a person was told is true.
/// </summary>
public sealed class ThrottledPressesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private StrictTables tables = null!;
    private TwoPlatforms company = null!;

    public async Task InitializeAsync()
    {
        tables = await StrictTables.StartAsync();
        company = await TwoPlatforms.StartAsync(salesInTeams: true, tables.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await company.DisposeAsync();
        await tables.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task A_storm_that_lasts_lets_who_pressed_be_told_to_try_again_and_then_they_can(int? retryAfter)
    {
        var (handoff, card) = await OfferAsync();

        tables.Faults.ThrottleAll(retryAfter);
        AnsweredInTime(await PressAsync(card));
        await SaidAloneAsync("Please try again in a moment.");

        tables.Faults.Calm();
        Assert.Equal("Offered", await StateAsync(handoff));
        Assert.True((await PressAsync(card)).Ok, company.Baton.Written);
        await TakenAsync(handoff, card);
    }

    [Fact]
    public async Task A_command_that_cannot_be_answered_is_told_so()
    {
        await OfferAsync();

        tables.Faults.ThrottleAll();
        var asked = await company.Teams.SayAsync(company.RepInTeams, company.Teams.OpenChat(company.RepInTeams), "funnel queue");

        Assert.True(asked.Ok, $"{asked.Status} after {asked.Took}: {asked.Body}\n{company.Baton.Written}");
        await SaidAloneAsync("Please try again in a moment.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public async Task A_storm_that_passes_leaves_the_press_stored_once_and_says_so(int? retryAfter)
    {
        var (handoff, card) = await OfferAsync();

        tables.Faults.ThrottleAll(retryAfter);
        AnsweredInTime(await PressAsync(card));
        tables.Faults.Calm();

        await SaidAloneAsync("It is done and stored.");
        Assert.Equal("Accepted", await StateAsync(handoff));
        await TakenAsync(handoff, card);
    }

    private async Task<(string Handoff, SeenActivity Card)> OfferAsync()
    {
        var handoff = await company.SendAsync("Nordost Works");
        var card = await company.InTeamsAsync("Nordost Works");
        await RestsAsync(handoff);
        return (handoff, card);
    }

    private Task<BotAnswer> PressAsync(SeenActivity card) => company.Teams.PressAsync(company.RepInTeams, company.Teams.Seen(company.TeamsChannel).Single(m => m.Id == card.Id), "Accept");

    private void AnsweredInTime(BotAnswer answer)
    {
        Assert.True(answer.Ok, $"{answer.Status} after {answer.Took}: {answer.Body}\n{company.Baton.Written}");
        Assert.Contains("Still working on it.", answer.Body, StringComparison.Ordinal);
    }

    private Task SaidAloneAsync(string words) => Until.HoldsAsync(
        $"the rep is told '{words}'",
        () => Task.FromResult(Alone().Any(m => m.CardText.Contains(words, StringComparison.Ordinal))),
        Patience,
        () => company.Baton.Written);

    // In the chat alone, or where the person is, for that person only.
    private IEnumerable<SeenActivity> Alone() => company.Teams.Seen(company.Teams.OpenChat(company.RepInTeams))
        .Concat(company.Teams.Seen(company.TeamsChannel, company.RepInTeams).Where(m => m.OnlyFor is not null));

    private async Task TakenAsync(string handoff, SeenActivity card)
    {
        await Until.HoldsAsync(
            "the card says who took it",
            () => Task.FromResult(!company.Teams.Seen(company.TeamsChannel).Single(m => m.Id == card.Id).CardText.Contains("Open", StringComparison.Ordinal)),
            Patience,
            () => company.Baton.Written);
        await RestsAsync(handoff);
    }

    private Task RestsAsync(string handoff) => Until.HoldsAsync(
        "nothing is left to be sent",
        async () => (await StandsAsync(handoff)).GetProperty("undelivered").GetArrayLength() == 0,
        Patience,
        () => company.Baton.Written);

    private async Task<string?> StateAsync(string handoff) => (await StandsAsync(handoff)).GetProperty("state").GetString();

    private Task<JsonElement> StandsAsync(string handoff) => company.Client.GetFromJsonAsync<JsonElement>(new Uri($"/api/handoffs/{handoff}", UriKind.Relative));
}
