using System.Text.Json.Nodes;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Slack;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Delivery;
using Baton.Tables.StandIn;

namespace Baton.EndToEnd.Faults;

/// <summary>
/// While the account takes no request at all, Slack is answered in time all the same, whoever clicked is told in private what becomes of it, and what a person
/// was told is true.
/// </summary>
public sealed class ThrottledClicksTests : IAsyncLifetime
{
    // What is answered late follows by itself; Slack takes it for half an hour.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // How long Slack waits for an answer.
    private static readonly TimeSpan InTime = new DeliverySettings().Patience;

    private readonly Standstill machine = new();
    private StrictTables tables = null!;
    private AccountCompany company = null!;

    public async Task InitializeAsync()
    {
        tables = await StrictTables.StartAsync();
        company = new AccountCompany(tables.ConnectionString);
        await company.InitializeAsync();
        company.Slack.Delivery.Patience = Patience;
    }

    public async Task DisposeAsync()
    {
        await company.DisposeAsync();
        await tables.DisposeAsync();
        await machine.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task A_storm_that_lasts_lets_people_be_told_to_try_again_and_then_they_can(int? retryAfter)
    {
        var (first, second) = (await company.OfferAsync("Nordost"), await company.OfferAsync("Nordwest"));
        await company.RestsAsync();

        tables.Faults.ThrottleAll(retryAfter);
        AppAnswer[] answers = await Task.WhenAll(
            company.Slack.PressAsync(company.Aoi, first, "accept"),
            company.Slack.PressAsync(company.Ren, second, "accept"),
            company.Slack.CommandAsync(company.Manager, company.Sales, "/funnel", "queue"));

        Assert.All(answers, AnsweredInTime);
        await SaidAsync(company.Aoi, "Still working on it.", "Please try again in a moment.");
        await SaidAsync(company.Ren, "処理に少し時間がかかっています。", "もう一度お試しください。");
        await SaidAsync(company.Manager, "Still working on it.", "try again");

        tables.Faults.Calm();
        Assert.Equal(("OFFERED", "OFFERED"), (await StateAsync(first), await StateAsync(second)));
        Assert.True((await company.Slack.PressAsync(company.Aoi, first, "accept")).Ok);
        Assert.True((await company.Slack.PressAsync(company.Ren, second, "accept")).Ok);
        await TakenAsync(first, second);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public async Task A_storm_that_passes_leaves_every_click_stored_once_and_says_so(int? retryAfter)
    {
        var card = await company.OfferAsync("Südost");
        await company.RestsAsync();

        tables.Faults.ThrottleAll(retryAfter);
        var press = company.Slack.PressAsync(company.Aoi, card, "accept");
        await SaidAsync(company.Aoi, "Still working on it.");
        tables.Faults.Calm();

        AnsweredInTime(await press);
        await SaidAsync(company.Aoi, "It is done and stored.");
        Assert.Equal("ACCEPTED", await StateAsync(card));
        await TakenAsync(card);
        Assert.Single(company.Slack.Messages(company.Sales));
    }

    private void AnsweredInTime(AppAnswer answer) =>
        Assert.True(answer.Ok && answer.Took < InTime + machine.Lost, $"{answer.Status} after {answer.Took}: {company.Baton.Written}");

    private async Task SaidAsync(WorkspaceUser user, params string[] words)
    {
        foreach (var said in words)
        {
            await Until.HoldsAsync(
                $"{user.Name} is told '{said}'",
                () => Task.FromResult(company.Slack.Ephemerals(user).Any(m => m.Words.Contains(said, StringComparison.Ordinal))),
                Patience,
                () => string.Join('\n', company.Slack.Ephemerals(user).Select(m => m.Words)) + company.Baton.Written);
        }
    }

    private async Task TakenAsync(params SeenMessage[] cards)
    {
        foreach (var card in cards)
        {
            await Until.HoldsAsync(
                "the card says who took it",
                () => Task.FromResult(company.Slack.Now(card)?.Elements.Any(e => e.ActionId == "accept") == false),
                Patience,
                () => company.Baton.Written);
        }

        await company.RestsAsync();
        await using var audit = BatonProcess.Start(company.Folder, "audit");
        Assert.True(await audit.EndedAsync() == 0, audit.Written);
    }

    private async Task<string?> StateAsync(SeenMessage card) => (await company.StandsAsync(card)).GetProperty("state").GetString()?.ToUpperInvariant();

    private sealed class AccountCompany(string connection) : SlackCompany(sockets: false)
    {
        protected override void Settle(JsonObject settings) => settings["Store"] = new JsonObject { ["Connection"] = connection };
    }
}
