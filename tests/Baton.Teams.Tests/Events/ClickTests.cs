using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

public sealed class ClickTests
{
    [Fact]
    public async Task An_accept_is_stored_before_Teams_is_answered_with_the_card_and_everybody_sees_it()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var answer = await office.Teams.PressAsync(office.Robin, card, "accept");
        var state = await office.StateOfAsync(card);

        Assert.True(answer.Ok);
        Assert.Equal("Accepted", state);
        Assert.Contains("Robin Rep", answer.Card!.Value.ToString(), StringComparison.Ordinal);
        await Eventually.HoldsAsync("the card says who has it", () => office.Now(card).CardText.Contains("Accepted by Robin Rep", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_won_in_own_language_on_the_card_as_it_stands()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        await office.Teams.PressAsync(office.Robin, card, "accept");
        var answer = await office.Teams.PressAsync(office.Ren, card, "accept");

        var said = answer.Card!.Value.GetProperty("body")[0].ToString();
        Assert.Contains("Robin Rep", said, StringComparison.Ordinal);
        Assert.Contains("。", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reject_in_the_card_needs_its_reason_and_then_reaches_marketing()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var without = await office.Teams.PressAsync(office.Robin, card, "Send", new() { ["reject.reason"] = "other" });
        var state = await office.StateOfAsync(card);
        var feedback = await office.RejectAsync(card);

        Assert.Equal("application/vnd.microsoft.activity.message", without.Json!.Value.GetProperty("type").GetString());
        Assert.Equal("Offered", state);
        Assert.Equal("Rejected", await office.StateOfAsync(card));
        Assert.NotEqual(feedback.Id, feedback.RootId);
    }

    [Fact]
    public async Task Who_may_do_it_is_told_by_who_sent_it_whatever_the_card_carries()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        await office.Teams.PressAsync(office.Robin, card, "accept");
        await Eventually.HoldsAsync("the card is Robin's", () => office.Now(card).CardText.Contains("touch", StringComparison.Ordinal));

        var replayed = await office.Teams.PressAsync(office.Ren, office.Now(card), "touch");
        var edited = await office.Teams.InvokeAsync(office.Ren, office.Sales, "adaptiveCard/action", Action("touch", new()
        {
            ["handoff"] = TeamsOffice.HandoffOf(card),
            ["verb"] = "touch",
            ["actor"] = office.Robin.Email,
            ["from"] = office.Robin.Id,
        }));

        Assert.True(replayed.Ok && edited.Ok);
        Assert.Equal("Accepted", await office.StateOfAsync(card));
    }

    [Fact]
    public async Task A_press_that_comes_twice_is_done_once()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Teams.PressAsync(office.Robin, card, "accept")));

        Assert.All(answers, answer => Assert.True(answer.Ok));
        Assert.Equal(1, (await office.StandsAsync(card)).GetProperty("timeline").EnumerateArray().Count(e => e.ToString().Contains("Accepted", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("{\"type\":\"Action.Submit\",\"verb\":\"accept\",\"data\":{}}", "NotSupported")]
    [InlineData("{\"type\":\"Action.Execute\",\"data\":{}}", "BadRequest")]
    [InlineData("{\"type\":\"Action.Execute\",\"verb\":\"accept\"}", "BadRequest")]
    [InlineData("{\"type\":\"Action.Execute\",\"verb\":\"accept\",\"data\":{\"handoff\":\"0000000000000000\"}}", "NotFound")]
    public async Task An_invoke_that_cannot_be_carried_out_says_what_is_wrong_inside_a_good_answer(string action, string code)
    {
        await using var office = await TeamsOffice.StartAsync();

        var answer = await office.Teams.InvokeAsync(office.Robin, office.Sales, "adaptiveCard/action", new() { ["action"] = JsonNode.Parse(action), ["trigger"] = "manual" });

        Assert.Equal(200, answer.Status);
        Assert.Equal(400, answer.Json!.Value.GetProperty("statusCode").GetInt32());
        Assert.Equal(code, answer.Json!.Value.GetProperty("value").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_refresh_shows_each_what_each_may_press_and_changes_nothing()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        await office.Teams.PressAsync(office.Robin, card, "accept");
        await Eventually.HoldsAsync("the card follows", () => office.Now(card).Changes > 0);
        var before = office.Now(card).Changes;

        var owner = await office.Teams.RefreshAsync(office.Robin, office.Now(card));
        var other = await office.Teams.RefreshAsync(office.Ren, office.Now(card));

        Assert.Contains("touch", Verbs(owner));
        Assert.DoesNotContain("touch", Verbs(other));
        Assert.Equal("ja", other.Card!.Value.GetProperty("lang").GetString());
        Assert.True(other.Card!.Value.TryGetProperty("refresh", out _));
        Assert.Equal(before, office.Now(card).Changes);
    }

    [Fact]
    public async Task A_card_in_a_channel_names_at_most_those_of_the_roster_for_its_refresh()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.Teams.SayAsync(office.Robin, office.Sales, "funnel help");
        var card = await office.OfferAsync();

        var people = RefreshedFor(card.Card!.Value);

        Assert.Contains(office.Robin.Id, people);
        Assert.DoesNotContain(office.Gus.Id, people);
        Assert.True(people.Count <= 60);
    }

    [Fact]
    public async Task Whom_Teams_tells_of_later_is_named_from_the_next_answer_on()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var before = await office.Teams.RefreshAsync(office.Robin, card);

        await office.Teams.SayAsync(office.Ren, office.Sales, "funnel help");
        var after = await office.Teams.RefreshAsync(office.Robin, card);

        Assert.DoesNotContain(office.Ren.Id, RefreshedFor(before.Card!.Value));
        Assert.Contains(office.Ren.Id, RefreshedFor(after.Card!.Value));
    }

    [Fact]
    public async Task A_guest_may_look_and_is_told_why_acting_is_for_others()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var answer = await office.Teams.PressAsync(office.Gus, card, "accept");

        Assert.Contains("Guests", answer.Card!.Value.GetProperty("body")[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("Offered", await office.StateOfAsync(card));
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("history")]
    [InlineData("accept")]
    public async Task A_guest_who_edits_a_button_sees_no_lead_that_is_not_shown_there(string verb)
    {
        await using var office = await TeamsOffice.StartAsync();
        var elsewhere = office.Teams.AddTeam(office.Gus, office.Robin);
        await office.Teams.InstallAsync(elsewhere, office.Robin);
        var card = await office.OfferAsync();
        var action = Action(verb, new() { ["handoff"] = TeamsOffice.HandoffOf(card) });

        var there = await office.Teams.InvokeAsync(office.Gus, elsewhere, "adaptiveCard/action", action.DeepClone().AsObject());
        var own = await office.Teams.InvokeAsync(office.Gus, office.Sales, "adaptiveCard/action", action.DeepClone().AsObject());

        Assert.Equal(400, there.Json!.Value.GetProperty("statusCode").GetInt32());
        Assert.DoesNotContain("西日本建材", there.Json!.Value.ToString(), StringComparison.Ordinal);
        Assert.Contains("西日本建材", own.Card!.Value.ToString(), StringComparison.Ordinal);
        Assert.Equal("Offered", await office.StateOfAsync(card));
    }

    [Fact]
    public async Task A_client_that_knows_no_universal_actions_sends_the_button_as_a_message_and_it_counts()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var message = office.Teams.Activity("message", office.Robin, office.Sales, card.Id);
        message["value"] = new JsonObject { ["handoff"] = TeamsOffice.HandoffOf(card), ["verb"] = "accept" };
        message["replyToId"] = card.Id;

        var answer = await office.Teams.BringAsync(message);

        Assert.True(answer.Ok);
        Assert.Equal("Accepted", await office.StateOfAsync(card));
    }

    [Fact]
    public async Task A_slow_store_loses_nothing_keeps_nobody_waiting_and_the_card_follows()
    {
        await using var office = await TeamsOffice.StartAsync();
        office.Teams.OpenChat(office.Robin);
        var card = await office.OfferAsync();
        await office.Teams.RefreshAsync(office.Robin, card);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Engine.BeforeCommit = table => table == "handoffs" ? held.Task : Task.CompletedTask;

        var answer = await office.Patience.RunsOutAsync(office.Teams.PressAsync(office.Robin, card, "accept"));
        var chat = office.Teams.OpenChat(office.Robin);
        held.SetResult();

        Assert.True(answer.Ok, $"{answer.Took}");
        Assert.Contains("Still working", answer.Json!.Value.GetProperty("value").GetString(), StringComparison.Ordinal);
        await Eventually.HoldsAsync("the card follows", () => office.Now(card).CardText.Contains("Accepted by Robin Rep", StringComparison.Ordinal));
        await Eventually.HoldsAsync("Robin is told", () => office.Teams.Seen(chat).Any(m => m.CardText.Contains("done and stored", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_click_that_is_stored_is_answered_with_its_card_though_nobody_can_say_who_else_sees_it()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        await office.Teams.RefreshAsync(office.Robin, card);
        var elsewhere = office.Teams.AddTeam(office.Robin);
        office.Engine.BeforeGet = table => table == "teams" ? throw new IOException("The disk is gone.") : Task.CompletedTask;

        var answer = await office.Teams.InvokeAsync(office.Robin, elsewhere, "adaptiveCard/action", Action("accept", new() { ["handoff"] = TeamsOffice.HandoffOf(card) }));

        Assert.Contains("Robin Rep", answer.Card!.Value.ToString(), StringComparison.Ordinal);
        Assert.Contains(office.Log.Lines, line => line.Text.Contains("Who else sees a card could not be read", StringComparison.Ordinal));
        Assert.Equal("Accepted", await office.StateOfAsync(card));
    }

    private static List<string?> RefreshedFor(JsonElement card) =>
        [.. card.GetProperty("refresh").GetProperty("userIds").EnumerateArray().Select(id => id.GetString())];

    private static JsonObject Action(string verb, JsonObject data) =>
        new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };

    private static List<string> Verbs(BotAnswer answer) =>
        [.. answer.Card!.Value.GetProperty("body").EnumerateArray().Where(e => e.GetProperty("type").GetString() == "ActionSet").SelectMany(e => e.GetProperty("actions").EnumerateArray()).Select(a => a.GetProperty("id").GetString()!)];
}
