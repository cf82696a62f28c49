using Baton.Slack.StandIn;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Events;

public sealed class ClickTests
{
    private static readonly Dictionary<string, string> TooSmall = new() { ["reason"] = "too_small", ["comment"] = "Three people." };

    [Fact]
    public async Task An_accept_is_stored_before_Slack_is_answered_and_everybody_sees_it()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        var answer = await house.Slack.PressAsync(house.Robin, card, "accept");
        var state = await house.StateOfAsync(card);

        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal("accepted", state, ignoreCase: true);
        await Eventually.HoldsAsync("the card says who has it", () => house.Slack.Now(card)!.Words.Contains("Robin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_won_and_nobody_else_is()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(house.Robin, card, "accept");
        var answer = await house.Slack.PressAsync(house.Ren, card, "accept");
        var word = await Eventually.SomeAsync("Ren is told", () => house.WordTo(house.Ren));

        Assert.True(answer.Ok);
        Assert.Contains("Robin", word.Words, StringComparison.Ordinal);
        Assert.Contains("。", word.Words, StringComparison.Ordinal);
        Assert.Empty(house.Slack.Ephemerals(house.Robin));
    }

    [Fact]
    public async Task A_reject_asks_why_and_closes_when_it_is_stored()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        Assert.True((await house.Slack.PressAsync(house.Robin, card, "reject")).Ok);
        var form = await Eventually.SomeAsync("the form opens", () => house.Slack.OpenView(house.Robin));
        var outcome = await house.Slack.SubmitAsync(form, Answers(form, TooSmall));

        Assert.IsType<SubmitOutcome.Closed>(outcome);
        Assert.Equal("rejected", await house.StateOfAsync(card), ignoreCase: true);
        await Eventually.HoldsAsync("marketing hears of it", () => house.Slack.Messages(house.Marketing).Any(m => m.Words.Contains("Three people.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_wrong_in_a_form_is_shown_at_its_question_and_what_was_entered_stays()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(house.Robin, card, "reject");
        var form = await Eventually.SomeAsync("the form opens", () => house.Slack.OpenView(house.Robin));
        var outcome = await house.Slack.SubmitAsync(form, Answers(form, new() { ["reason"] = "other" }));

        var refused = Assert.IsType<SubmitOutcome.Refused>(outcome);
        Assert.Contains("comment", Assert.Single(refused.Errors).Key, StringComparison.Ordinal);
        Assert.Equal("offered", await house.StateOfAsync(card), ignoreCase: true);
    }

    [Fact]
    public async Task Who_fills_in_a_form_too_late_is_told_in_its_place_and_keeps_what_was_entered()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(house.Robin, card, "reject");
        var form = await Eventually.SomeAsync("the form opens", () => house.Slack.OpenView(house.Robin));
        await house.Slack.PressAsync(house.Ren, card, "accept");
        var outcome = await house.Slack.SubmitAsync(form, Answers(form, TooSmall));

        var view = Assert.IsType<SubmitOutcome.Updated>(outcome).View;
        Assert.Contains("蓮", view.Words, StringComparison.Ordinal);
        Assert.Contains("Three people.", view.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_of_no_use_any_more_is_not_opened()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(house.Ren, card, "accept");
        await house.Slack.PressAsync(house.Robin, card, "reject");
        var notice = await Eventually.SomeAsync("Robin is told", () => house.Slack.OpenView(house.Robin));

        Assert.DoesNotContain(notice.Elements, e => e.Type != "button");
        Assert.Contains("蓮", notice.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_opens_for_whoever_asks()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(house.Mio, card, "history");
        var history = await Eventually.SomeAsync("the history opens", () => house.Slack.OpenView(house.Mio));

        Assert.NotEmpty(history.Words);
    }

    [Theory]
    [InlineData("guest", "Guests")]
    [InlineData("stranger", "another organisation")]
    [InlineData("nobody", "no e-mail address")]
    public async Task Who_may_not_act_is_told_why_and_may_look(string who, string why)
    {
        await using var house = await SlackHouse.StartAsync();
        var onlooker = who switch
        {
            "guest" => house.Slack.AddUser("Gus", "gus@agency.example", u => u with { Restricted = true }),
            "stranger" => house.Slack.AddUser("Sam", null, u => u with { Stranger = true }),
            _ => house.Slack.AddUser("Nell", null),
        };
        house.Slack.Change(house.Sales, c => c with { Members = new HashSet<string> { onlooker.Id } });
        var card = await house.OfferAsync();

        await house.Slack.PressAsync(onlooker, card, "accept");
        var word = await Eventually.SomeAsync("the reason is told", () => house.WordTo(onlooker));
        await house.Slack.PressAsync(onlooker, card, "history");

        Assert.Contains(why, word.Words, StringComparison.Ordinal);
        Assert.Equal("offered", await house.StateOfAsync(card), ignoreCase: true);
        Assert.NotNull(await Eventually.SomeAsync("the history opens", () => house.Slack.OpenView(onlooker)));
    }

    [Fact]
    public async Task A_slow_store_loses_nothing_and_keeps_nobody_waiting()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        var held = new TaskCompletionSource();
        house.Engine.BeforeCommit = table => table == "handoffs" ? held.Task : Task.CompletedTask;

        var answer = await house.Patience.RunsOutAsync(house.Slack.PressAsync(house.Robin, card, "accept"));
        await Eventually.HoldsAsync("Robin is told to wait", () => house.Slack.Ephemerals(house.Robin).Any(m => m.Words.Contains("Still working", StringComparison.Ordinal)));
        held.SetResult();
        await Eventually.HoldsAsync("Robin is told that it is done", () => house.Slack.Ephemerals(house.Robin).Any(m => m.Words.Contains("done and stored", StringComparison.Ordinal)));

        Assert.True(answer.Ok);
        Assert.Equal("accepted", await house.StateOfAsync(card), ignoreCase: true);
    }

    [Fact]
    public async Task Who_clicks_for_the_first_time_is_told_to_wait_in_the_own_language_though_not_even_that_can_be_noted_yet()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        var held = new TaskCompletionSource();
        house.Engine.BeforeCommit = table => table == "people" ? held.Task : Task.CompletedTask;

        var answers = await house.Patience.RunsOutAsync(Task.WhenAll(house.Slack.PressAsync(house.Ren, card, "accept"), house.Slack.CommandAsync(house.Mio, house.Marketing, "/funnel", "mine")));
        foreach (var waiting in new[] { house.Ren, house.Mio })
        {
            await Eventually.HoldsAsync($"{waiting.Name} is told to wait", () => house.Slack.Ephemerals(waiting).Any(m => m.Words.Contains("処理に少し時間がかかっています。", StringComparison.Ordinal)));
        }

        held.SetResult();

        Assert.All(answers, a => Assert.True(a.Ok));
        await Eventually.HoldsAsync("Ren has it", async () => string.Equals(await house.StateOfAsync(card), "accepted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task When_not_even_who_clicks_can_be_noted_that_is_said_in_the_own_language()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        house.Engine.BeforeCommit = table => table == "people" ? throw new IOException("The disk is full.") : Task.CompletedTask;

        await house.Slack.PressAsync(house.Ren, card, "accept");
        var word = await Eventually.SomeAsync("Ren is told", () => house.WordTo(house.Ren));

        Assert.Contains("保存できなかったため", word.Words, StringComparison.Ordinal);
        Assert.Equal("offered", await house.StateOfAsync(card), ignoreCase: true);
    }

    [Fact]
    public async Task When_nothing_can_be_stored_that_is_said_and_not_hidden()
    {
        await using var house = await SlackHouse.StartAsync();
        var card = await house.OfferAsync();
        house.Engine.BeforeCommit = table => table == "handoffs" ? throw new IOException("The disk is full.") : Task.CompletedTask;

        var answer = await house.Slack.PressAsync(house.Robin, card, "accept");
        var word = await Eventually.SomeAsync("Robin is told", () => house.WordTo(house.Robin));
        house.Engine.BeforeCommit = _ => Task.CompletedTask;

        Assert.True(answer.Ok);
        Assert.Contains("nothing was changed", word.Words, StringComparison.Ordinal);
        Assert.Equal("offered", await house.StateOfAsync(card), ignoreCase: true);
    }

    // A test names questions; Slack wants the block ids of this form.
    private static Dictionary<string, string> Answers(SeenView form, Dictionary<string, string> answers) =>
        form.Body.GetProperty("blocks").EnumerateArray().Where(b => b.GetProperty("type").GetString() == "input").Select(b => b.GetProperty("block_id").GetString()!)
            .SelectMany(block => answers.Where(a => Baton.Slack.Blocks.BlockKitModal.BlockIdOf(a.Key) == block).Select(a => (block, a.Value))).ToDictionary(a => a.block, a => a.Value);
}
