using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Baton.Slack.StandIn;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.Tests.StandIn;

/// <summary>What people do reaches the app as Slack would tell it, and what the app answers is shown as Slack would show it.</summary>
public sealed class ActsTests : IAsyncLifetime
{
    private static readonly object[] Button = [new { type = "actions", block_id = "row", elements = new[] { new { type = "button", text = new { type = "plain_text", text = "Accept" }, action_id = "accept", value = "h1" } } }];

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private StrictSlack slack = null!;
    private RawApp app = null!;
    private RawCaller caller = null!;
    private WorkspaceChannel sales = null!;
    private WorkspaceUser aoi = null!;
    private Func<RawApp.Told, HttpContext, Task> answer = (_, _) => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.StopClock();
        app = await RawApp.StartAsync((told, context) => answer(told, context));
        slack.Delivery.App = app.Address;
        slack.Delivery.Patience = Long;
        slack.Delivery.Retries = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero];
        caller = new RawCaller(slack);
        sales = slack.AddChannel("sales");
        aoi = slack.AddUser("Aoi", "aoi@sales.example");
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await slack.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_press_carries_the_button_the_message_and_ways_to_answer()
    {
        var message = await caller.PostAsync(sales, new { text = "card", blocks = Button });

        Assert.True((await slack.PressAsync(aoi, message, "accept")).Ok);

        var payload = Payload(Assert.Single(app.Heard));
        Assert.Equal(("block_actions", aoi.Id), (payload.GetProperty("type").GetString(), payload.GetProperty("user").GetProperty("id").GetString()));
        var action = Assert.Single(payload.GetProperty("actions").EnumerateArray());
        Assert.Equal(("row", "accept", "h1"), (action.GetProperty("block_id").GetString(), action.GetProperty("action_id").GetString(), action.GetProperty("value").GetString()));
        Assert.Equal(message.Ts, payload.GetProperty("container").GetProperty("message_ts").GetString());
    }

    [Fact]
    public async Task A_trigger_opens_one_modal_within_three_seconds()
    {
        var message = await caller.PostAsync(sales, new { text = "card", blocks = Button });
        await slack.PressAsync(aoi, message, "accept");
        await slack.PressAsync(aoi, message, "accept");
        var triggers = app.Heard.Select(h => Payload(h).GetProperty("trigger_id").GetString()).ToList();

        var opened = await caller.JsonAsync("views.open", new { trigger_id = triggers[0], view = Modal() });
        var again = await caller.JsonAsync("views.open", new { trigger_id = triggers[0], view = Modal() });
        slack.Advance(TimeSpan.FromSeconds(4));
        var late = await caller.JsonAsync("views.open", new { trigger_id = triggers[1], view = Modal() });

        Assert.True(opened.GetProperty("ok").GetBoolean(), opened.GetRawText());
        Assert.Equal(opened.GetProperty("view").GetProperty("id").GetString(), slack.OpenView(aoi)!.Id);
        Assert.Equal("exchanged_trigger_id", again.GetProperty("error").GetString());
        Assert.Equal("expired_trigger_id", late.GetProperty("error").GetString());
    }

    [Fact]
    public async Task What_is_mandatory_is_asked_for_before_the_app_hears_of_it()
    {
        var view = await OpenAsync();

        var outcome = await slack.SubmitAsync(view, new Dictionary<string, string> { ["comment"] = "" });

        Assert.Contains("why", Assert.IsType<SubmitOutcome.Incomplete>(outcome).Problems.Keys);
        Assert.Single(app.Heard);
    }

    [Fact]
    public async Task A_submission_carries_every_input_and_nulls_for_those_left_alone()
    {
        var view = await OpenAsync();

        var outcome = await slack.SubmitAsync(view, new Dictionary<string, string> { ["why"] = "too_small" });

        Assert.IsType<SubmitOutcome.Closed>(outcome);
        Assert.Null(slack.OpenView(aoi));
        var values = Payload(app.Heard.Last()).GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("too_small", values.GetProperty("why").GetProperty("reason").GetProperty("selected_option").GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, values.GetProperty("comment").GetProperty("text").GetProperty("value").ValueKind);
    }

    [Theory]
    [InlineData("""{"response_action":"errors","errors":{"comment":"Say why."}}""", typeof(SubmitOutcome.Refused), true)]
    [InlineData("""{"response_action":"errors","errors":{"text":"Say why."}}""", typeof(SubmitOutcome.Trouble), true)]
    [InlineData("""{"response_action":"clear"}""", typeof(SubmitOutcome.Closed), false)]
    [InlineData("""{"response_action":"update","view":{"type":"modal","title":{"type":"plain_text","text":"Too late"},"blocks":[]}}""", typeof(SubmitOutcome.Updated), true)]
    [InlineData("""{"response_action":"update","view":{"type":"modal","blocks":[]}}""", typeof(SubmitOutcome.Trouble), true)]
    [InlineData("""{"text":"thanks"}""", typeof(SubmitOutcome.Trouble), true)]
    [InlineData("ok", typeof(SubmitOutcome.Trouble), true)]
    public async Task The_answer_to_a_submission_decides_what_is_on_the_screen(string body, Type outcome, bool stays)
    {
        var view = await OpenAsync();
        answer = (_, context) => context.Response.WriteAsync(body);

        Assert.IsType(outcome, await slack.SubmitAsync(view, new Dictionary<string, string> { ["why"] = "too_small" }));
        Assert.Equal(stays, slack.OpenView(aoi) is not null);
    }

    [Fact]
    public async Task An_old_edition_of_a_view_is_a_conflict()
    {
        var view = await OpenAsync();

        var first = await caller.JsonAsync("views.update", new { view_id = view.Id, hash = view.Hash, view = Modal() });
        var second = await caller.JsonAsync("views.update", new { view_id = view.Id, hash = view.Hash, view = Modal() });

        Assert.True(first.GetProperty("ok").GetBoolean());
        Assert.Equal("hash_conflict", second.GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_answer_to_a_command_is_private_unless_it_says_otherwise()
    {
        answer = (_, context) => context.Response.WriteAsJsonAsync(new { text = "private" });
        await slack.CommandAsync(aoi, sales, "/funnel", "mine");
        answer = (_, context) => context.Response.WriteAsJsonAsync(new { response_type = "in_channel", text = "for all" });
        await slack.CommandAsync(aoi, sales, "/funnel", "share");

        Assert.Equal("private", Assert.Single(slack.Ephemerals(aoi)).Text);
        Assert.Equal("for all", Assert.Single(slack.Messages(sales)).Text);
    }

    [Fact]
    public async Task Silence_on_a_command_is_shown_as_a_time_out()
    {
        slack.Delivery.Patience = Short;
        answer = (_, context) => Task.Delay(10 * Short, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var told = await slack.CommandAsync(aoi, sales, "/funnel", "");

        Assert.False(told.Ok);
        Assert.Contains("operation_timeout", Assert.Single(slack.Ephemerals(aoi)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_address_works_five_times_within_half_an_hour()
    {
        await slack.CommandAsync(aoi, sales, "/funnel", "a");
        await slack.CommandAsync(aoi, sales, "/funnel", "b");
        var urls = app.Heard.Select(h => new Uri(HttpUtility.ParseQueryString(h.Body)["response_url"]!)).ToList();
        using var client = new HttpClient();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await client.PostAsJsonAsync(urls[0], new { text = $"{i}" })).StatusCode);
        }

        slack.Advance(TimeSpan.FromMinutes(31));
        var late = await client.PostAsJsonAsync(urls[1], new { text = "late" });

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.NotFound], statuses);
        Assert.Equal("expired_url", await late.Content.ReadAsStringAsync());
        Assert.Equal(5, slack.Ephemerals(aoi).Count);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_comes_three_times_more_with_the_reason()
    {
        answer = (_, context) => Task.FromResult(context.Response.StatusCode = 500);

        await slack.WriteAsync(aoi, sales, "hello");

        var heard = app.Heard.ToList();
        Assert.Equal(["", "1", "2", "3"], heard.Select(h => h.Headers.GetValueOrDefault("x-slack-retry-num", "")));
        Assert.All(heard.Skip(1), h => Assert.Equal("http_error", h.Headers["x-slack-retry-reason"]));
        Assert.Single(heard.Select(h => JsonElement.Parse(h.Body).GetProperty("event_id").GetString()).Distinct());
    }

    [Fact]
    public async Task Events_can_come_twice_and_backwards()
    {
        slack.Delivery.Twice = true;
        await slack.WriteAsync(aoi, sales, "twice");
        slack.Delivery.Twice = false;
        slack.Delivery.Held = true;
        await slack.WriteAsync(aoi, sales, "first");
        await slack.WriteAsync(aoi, sales, "second");
        await slack.ReleaseAsync(backwards: true);

        Assert.Equal(["twice", "twice", "second", "first"], app.Heard.Select(h => JsonElement.Parse(h.Body).GetProperty("event").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Nothing_is_told_of_a_channel_that_the_bot_is_not_in()
    {
        await slack.WriteAsync(aoi, slack.AddChannel("outside", c => c with { BotIsIn = false }), "unheard");

        Assert.Empty(app.Heard);
    }

    [Fact]
    public async Task The_life_of_people_and_channels_is_told()
    {
        var message = await slack.WriteAsync(aoi, sales, "hello");
        await slack.EditAsync(message, "hello!");
        await slack.DeleteAsync(message);
        await slack.MentionAsync(aoi, sales, "mine");
        await slack.OpenHomeAsync(aoi);
        await slack.ArchiveAsync(sales);
        await slack.RemoveBotAsync(sales);
        await slack.InviteBotAsync(sales);
        await slack.DeactivateAsync(aoi);
        await slack.RevokeTokensAsync();
        await slack.UninstallAsync();

        Assert.Equal(
            ["message", "message_changed", "message_deleted", "message", "app_mention", "app_home_opened", "channel_archive", "channel_left", "member_joined_channel", "user_change", "tokens_revoked", "app_uninstalled"],
            app.Heard.Select(h => JsonElement.Parse(h.Body).GetProperty("event")).Select(e => (e.TryGetProperty("subtype", out var subtype) ? subtype : e.GetProperty("type")).GetString()));
    }

    private static object Modal() => new
    {
        type = "modal",
        title = new { type = "plain_text", text = "Reject" },
        submit = new { type = "plain_text", text = "Reject" },
        blocks = new object[]
        {
            new
            {
                type = "input", block_id = "why", label = new { type = "plain_text", text = "Reason" },
                element = new { type = "static_select", action_id = "reason", options = new[] { new { text = new { type = "plain_text", text = "Too small" }, value = "too_small" } } },
            },
            new { type = "input", block_id = "comment", optional = true, label = new { type = "plain_text", text = "Comment" }, element = new { type = "plain_text_input", action_id = "text" } },
        },
    };

    private static JsonElement Payload(RawApp.Told told) => JsonElement.Parse(HttpUtility.ParseQueryString(told.Body)["payload"]!);

    private async Task<SeenView> OpenAsync()
    {
        var message = await caller.PostAsync(sales, new { text = "card", blocks = Button });
        Assert.True((await slack.PressAsync(aoi, message, "accept")).Ok);
        await caller.JsonAsync("views.open", new { trigger_id = Payload(app.Heard.Last()).GetProperty("trigger_id").GetString(), view = Modal() });
        return slack.OpenView(aoi)!;
    }
}
