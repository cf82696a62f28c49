using System.Text.Json.Nodes;
using Baton.EndToEnd.Browser;
using Baton.EndToEnd.Processes;
using Microsoft.Playwright;

namespace Baton.EndToEnd.Teams;

/// <summary>The whole story in Microsoft's own emulator of Teams, in both languages, by hand of somebody who clicks.</summary>
public sealed class PlaygroundTests
{
    [Theory]
    [InlineData("en", "Accept", "Reject", "Too small", "Send", "Accepted", "Robin Rep")]
    [InlineData("ja", "受諾", "却下", "企業規模が小さい", "送信", "受諾済み", "Robin Rep")]
    public async Task A_lead_is_taken_by_one_and_shown_taken_to_the_other_and_another_is_rejected_with_a_reason(
        string locale, string accept, string reject, string reason, string send, string accepted, string name)
    {
        await using var house = await TeamsHouse.StartAsync(locale, Screen.Wide);
        await Assertions.Expect(house.Page.CardWith(name)).ToBeVisibleAsync();
        await house.Page.ShootAsync($"teams-home-{locale}");

        await house.Page.GoAsync("General");
        var alpha = await house.SendAsync("1", "Alpha Works");
        await house.Page.CardWith("Alpha Works").GetByRole(AriaRole.Button, new() { Name = accept }).ClickAsync();
        await Assertions.Expect(house.Page.CardWith("Alpha Works")).ToContainTextAsync(accepted);
        await Until.HoldsAsync("it is stored", async () => await house.StateOfAsync(alpha) == "Accepted");
        var second = await house.PressAsync(Playground.Ren, alpha, "accept");
        await house.Page.ShootAsync($"teams-accepted-{locale}");

        Assert.Equal("application/vnd.microsoft.card.adaptive", second.GetProperty("type").GetString());
        Assert.Contains(name, second.GetProperty("value").GetProperty("body")[0].ToString(), StringComparison.Ordinal);

        var beta = await house.SendAsync("2", "Beta Works");
        var card = house.Page.CardWith("Beta Works");
        await card.GetByRole(AriaRole.Button, new() { Name = reject }).ClickAsync();
        await card.GetByRole(AriaRole.Combobox).First.ClickAsync();
        await house.Page.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = reason }).First.ClickAsync();
        await card.GetByRole(AriaRole.Textbox).Last.FillAsync("Three people in a garage.");
        await house.Page.ShootAsync($"teams-reject-{locale}");
        await card.GetByRole(AriaRole.Button, new() { Name = send }).ClickAsync();
        await Until.HoldsAsync("it is rejected", async () => await house.StateOfAsync(beta) == "Rejected");

        await house.Page.GoAsync("Marketing");
        await Assertions.Expect(house.Page.Page.GetByText("Three people in a garage.").First).ToBeVisibleAsync();
        await house.Page.ShootAsync($"teams-feedback-{locale}");
    }

    [Theory]
    [InlineData("en", "funnel reasons", "funnel digest preview", "Alpha Works")]
    [InlineData("ja", "funnel 理由", "funnel 週報 preview", "Alpha Works")]
    public async Task Funnel_answers_the_weekly_summary_renders_and_who_does_nothing_is_reminded_alone(string locale, string reasons, string digest, string company)
    {
        await using var house = await TeamsHouse.StartAsync(locale, Screen.Narrow with { Width = 900 }, settings => settings["Sla"] = JsonNode.Parse("""
            { "Accept": { "Target": "01:00:00", "Calendar": "always" }, "Contact": { "Target": "00:00:10", "Calendar": "always" }, "Outcome": { "Target": "01:00:00", "Calendar": "always" } }
            """));
        var cards = house.Page.Page.Locator(".ac-adaptiveCard");
        await Assertions.Expect(house.Page.CardWith("Robin Rep")).ToBeVisibleAsync();

        await house.Page.SayAsync(reasons);
        await Until.HoldsAsync("the reasons", async () => await cards.CountAsync() >= 2);
        await house.Page.SayAsync(digest);
        await Until.HoldsAsync("the summary", async () => await cards.CountAsync() >= 3);
        await house.Page.ShootAsync($"teams-summary-{locale}");
        var alpha = await house.SendAsync("1", company);
        await house.PressAsync(Playground.Robin, alpha, "accept");
        await Assertions.Expect(house.Page.CardWith(company)).ToBeVisibleAsync();
        await house.Page.ShootAsync($"teams-nudge-{locale}");
    }
}
