using Baton.Bot.Commands;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Tables;
using Baton.Web.Console.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Baton.Bot.Tests.Commands;

public class EraseCommandTests
{
    private const string Email = "megumi@buyer.example";

    // What says who she is: her fields, and what colleagues wrote about her.
    private static readonly string[] Words = [Email, "恵 佐々木", "03-3489-2278", "Megumi told me so", "2 hands"];

    [Fact]
    public async Task A_person_is_gone_from_every_byte_of_the_store_while_a_server_works_on_it()
    {
        await using var house = await HouseAsync();
        var before = await FactsAsync(house);
        Assert.All(Words, word => Assert.True(Remains.In(house.Store, word), $"{word} was never there"));

        var (code, shown) = await RunAsync(house, Email, "--yes");
        await house.DeliverAsync();

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Matches(@"handoffs of the person\s+│\s+1", shown);
        Assert.Matches(@"leads without a handoff of their own\s+│\s+2", shown);
        Assert.Matches(@"handoffs of others that name the person\s+│\s+1", shown);
        Assert.All(Words, word => Assert.False(Remains.In(house.Store, word), $"{word} remains"));
        Assert.True(Remains.In(house.Store, "colleague@buyer.example"));
        Assert.True(Remains.In(house.Store, "太郎 山田"));
        Assert.Equal(before, await FactsAsync(house));
    }

    [Fact]
    public async Task Cards_say_so_and_the_timeline_still_folds_to_the_stored_state()
    {
        await using var house = await HouseAsync();

        await RunAsync(house, Email, "--yes");
        await house.DeliverAsync();

        var cards = (await house.Host.Services.GetRequiredService<IConsoleMessages>().ListAsync(Place.Parse("console:sales"), null, 100, default)).Select(m => m.Card!);
        Assert.Contains("Personal data erased", PlainText.Of(cards.Single(c => c.Handoff == house.Megumi).Summary, NodaTime.DateTimeZone.Utc, "en"), StringComparison.Ordinal);
        var store = house.Host.Services.GetRequiredService<IHandoffStore>();
        foreach (var id in new[] { house.Megumi, house.Colleague })
        {
            var timeline = new List<Baton.Handoffs.Handoffs.Events.HandoffEvent>();
            await foreach (var happened in store.TimelineAsync(id, default)) timeline.Add(happened);
            Assert.Equal(
                System.Text.Json.JsonSerializer.Serialize((await store.LoadAsync(id, default))!.Handoff, HandoffJson.Stored.Handoff),
                System.Text.Json.JsonSerializer.Serialize(Fold.All(timeline)!, HandoffJson.Stored.Handoff));
        }
    }

    [Fact]
    public async Task Without_yes_it_is_shown_and_nothing_changes()
    {
        await using var house = await HouseAsync();

        var (code, shown) = await RunAsync(house, Email);

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Matches(@"handoffs of the person\s+│\s+1", shown);
        Assert.Contains("Nothing was changed", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Email, shown, StringComparison.Ordinal);
        Assert.Null((await house.Host.Services.GetRequiredService<IHandoffStore>().LoadAsync(house.Megumi, default))!.Handoff.ErasedAt);
    }

    [Fact]
    public async Task Erased_again_nothing_is_found_and_a_lead_that_is_sent_again_is_suppressed()
    {
        await using var house = await HouseAsync();
        await RunAsync(house, Email, "--yes");

        var (code, shown) = await RunAsync(house, Email, "--yes");
        var again = await house.Host.PostAsync("/api/leads", ALead.Json("9", Email));

        Assert.Equal(ExitCodes.Fine, code);
        Assert.Matches(@"handoffs of the person\s+│\s+0", shown);
        Assert.Equal("suppressed", again.Expect(202).Result().GetProperty("result").GetString());
        Assert.False(Remains.In(house.Store, Email));
    }

    [Fact]
    public async Task Who_may_return_is_a_new_lead_when_sent_again()
    {
        await using var house = await HouseAsync();
        await RunAsync(house, Email, "--yes", "--may-return");

        Assert.Equal("offered", (await house.Host.PostAsync("/api/leads", ALead.Json("9", Email))).Expect(202).Result().GetProperty("result").GetString());
    }

    [Fact]
    public async Task Somebody_who_must_not_be_contacted_stays_so_even_when_allowed_to_return()
    {
        await using var house = await HouseAsync();
        var handoff = await house.Host.OfferAsync("7", "quiet@buyer.example");
        (await house.Host.ActAsync(handoff, $$"""{"action":"reject","actor":"{{ApiHost.Rep}}","reason":"do_not_contact"}""")).Expect(200);

        await RunAsync(house, "quiet@buyer.example", "--yes", "--may-return");

        Assert.Equal("suppressed", (await house.Host.PostAsync("/api/leads", ALead.Json("8", "quiet@buyer.example"))).Expect(202).Result().GetProperty("result").GetString());
        Assert.False(Remains.In(house.Store, "quiet@buyer.example"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_told_in_words()
    {
        var (code, shown) = await RunAsync(_ => throw new TableUnavailableException(TableUnavailable.Locked, "Another process holds it.", "Stop it."), Email, "--yes");

        Assert.Equal(ExitCodes.NoStore, code);
        Assert.Contains("Another process holds it. Stop it.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_address_is_refused() => Assert.NotEmpty(EraseCommand.Create().Parse(["somebody", "--yes"]).Errors);

    private static async Task<List<string>> FactsAsync(ErasureHouse house)
    {
        var facts = house.Host.Services.GetRequiredService<IFacts>();
        var counted = new List<string>();
        foreach (var week in await facts.WeeksAsync(default))
        {
            await foreach (var fact in facts.OfWeekAsync(week, default))
            {
                counted.Add($"{fact.Id} {fact.State} {fact.Week} {fact.Source} {fact.CompanyName} {fact.OfferedAt:O} {fact.RejectedAt:O} {fact.Reason} {fact.Score}");
            }
        }

        return counted;
    }

    private static Task<ErasureHouse> HouseAsync() => ErasureHouse.SettleAsync(Email);

    private static Task<(int Code, string Shown)> RunAsync(ErasureHouse house, params string[] arguments) => RunAsync(c => OpenStore.OpenAsync(house.Configuration, c), arguments);

    private static async Task<(int Code, string Shown)> RunAsync(Func<CancellationToken, Task<ServiceProvider?>> open, params string[] arguments)
    {
        using var shown = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(shown), Interactive = InteractionSupport.No });
        console.Profile.Width = 160;
        return (await EraseCommand.Create(open, console).Parse(arguments).InvokeAsync(), shown.ToString());
    }
}
