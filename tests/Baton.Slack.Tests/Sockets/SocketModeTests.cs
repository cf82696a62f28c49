using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Store;
using Baton.Slack.Sockets;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Sockets;

public sealed class SocketModeTests
{
    private const string TooMany = """{"type":"disconnect","reason":"too_many_websockets","num_connections":0}""";

    [Fact]
    public async Task Everything_works_over_sockets_too_and_nothing_listens_for_Slack()
    {
        await using var house = await OpenAsync();
        var card = await house.OfferAsync();

        var click = await house.Slack.PressAsync(house.Robin, card, "accept");
        var command = await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help");
        using var nothing = await house.Client.PostAsync(new Uri("/slack/events", UriKind.Relative), null);

        Assert.True(click.Ok);
        Assert.Equal("accepted", await house.StateOfAsync(card), ignoreCase: true);
        Assert.Contains("/funnel", command.Body, StringComparison.Ordinal);
        Assert.Equal(404, (int)nothing.StatusCode);
    }

    [Fact]
    public async Task A_socket_is_replaced_before_it_ends_and_no_click_is_lost_meanwhile()
    {
        await using var house = await OpenAsync(1);
        var card = await house.OfferAsync();

        await house.Slack.Sockets.RefreshAsync(async () =>
        {
            await Eventually.HoldsAsync("the new one is open beside the old one", () => house.Slack.Sockets.Count == 2);
            Assert.True((await house.Slack.PressAsync(house.Robin, card, "accept")).Ok);
        });

        await Eventually.HoldsAsync("the old one is given up", () => house.Slack.Sockets.Count == 1);
        Assert.Equal(2, house.Slack.Sockets.Ever);
    }

    [Fact]
    public async Task Sockets_that_are_cut_come_back()
    {
        await using var house = await OpenAsync();

        house.Slack.Sockets.Drop();
        await Eventually.HoldsAsync("two are open again", () => house.Slack.Sockets is { Count: 2, Ever: 4 });

        Assert.True((await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help")).Ok);
    }

    [Fact]
    public async Task A_process_that_ends_acknowledges_what_it_has_taken_before_it_closes_and_finishes_it()
    {
        await using var house = await OpenAsync();
        var card = await house.OfferAsync();
        await Eventually.HoldsAsync("all is delivered", () => house.StandsAsync(SlackHouse.HandoffOf(card)).Result.GetProperty("undelivered").GetArrayLength() == 0);
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        house.Engine.BeforeCommit = table =>
        {
            begun.TrySetResult();
            return table == "handoffs" ? goOn.Task : Task.CompletedTask;
        };

        var click = house.Slack.PressAsync(house.Robin, card, "accept");
        await begun.Task;
        var stop = house.StopAsync();
        var answer = await house.Patience.RunsOutAsync(click);
        var isOver = stop.IsCompleted;
        goOn.SetResult();
        await stop;

        Assert.True(answer.Ok);
        Assert.False(isOver);
        await Eventually.HoldsAsync("the sockets are closed", () => house.Slack.Sockets.Count == 0);
        var stored = await house.Services.GetRequiredService<IHandoffStore>().LoadAsync(new HandoffId(SlackHouse.HandoffOf(card)), default);
        Assert.Equal(HandoffState.Accepted, stored!.Handoff.State);
        Assert.Equal(2, house.Slack.Sockets.Ever);
    }

    [Fact]
    public async Task A_process_that_ends_gives_up_a_socket_too_that_Slack_has_yet_to_close()
    {
        await using var house = await OpenAsync(1);
        await house.Slack.Sockets.SayAsync("""{"type":"disconnect","reason":"refresh_requested"}""");
        await Eventually.HoldsAsync("the successor is open", () => Opened(house) == 2);

        await house.StopAsync();

        await Eventually.HoldsAsync("both are closed", () => house.Slack.Sockets.Count == 0, SocketMode.RunOut / 2);
    }

    [Fact]
    public async Task When_socket_mode_is_switched_off_nothing_is_tried_any_more_and_readiness_says_why()
    {
        await using var house = await OpenAsync();

        await house.Slack.Sockets.DisableLinkAsync();

        await Eventually.HoldsAsync("readiness says why", () => ReadyAsync(house).Result.Contains("link_disabled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_socket_that_opens_while_another_hears_that_they_are_switched_off_does_not_hide_the_reason()
    {
        await using var house = await OpenAsync();
        using var successorIsOpen = new ManualResetEventSlim();
        await Eventually.HoldsAsync("both have heard hello", () => Opened(house) == 2);
        house.Log.Written = line =>
        {
            if (line.Text.Contains("link_disabled:", StringComparison.Ordinal))
            {
                successorIsOpen.Wait(TimeSpan.FromSeconds(20));
            }
            else if (Opened(house) == 3)
            {
                successorIsOpen.Set();
            }
        };

        house.Slack.Sockets.Speechless = true;
        await house.Slack.Sockets.SayAsync("""{"type":"disconnect","reason":"refresh_requested"}""");
        await Eventually.HoldsAsync("a successor waits for its hello", () => house.Slack.Sockets.Count == 3);
        await house.Slack.Sockets.SayAsync("""{"type":"disconnect","reason":"link_disabled"}""", 1);
        await Eventually.HoldsAsync("the other has heard it", () => house.Log.Lines.Any(l => l.Text.Contains("link_disabled:", StringComparison.Ordinal)));
        await house.Slack.Sockets.SayAsync("""{"type":"hello"}""", 2);
        await Eventually.HoldsAsync("all are given up", () => house.Slack.Sockets.Count == 0);

        Assert.Contains("link_disabled", await ReadyAsync(house), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_that_is_one_too_many_is_closed_before_another_is_tried_and_readiness_says_what_to_lower()
    {
        await using var house = await OpenAsync(1);
        await Eventually.HoldsAsync("it has heard hello", () => Opened(house) == 1);
        house.Slack.Sockets.Speechless = true;

        await house.Slack.Sockets.SayAsync(TooMany);
        await Eventually.HoldsAsync("the next waits for its hello, and the old one is closed", () => house.Slack.Sockets is { Ever: 2, Count: 1 });
        Assert.Contains("Lower Slack:Sockets, which is 1 here, or run fewer processes", await ReadyAsync(house), StringComparison.Ordinal);

        await house.Slack.Sockets.SayAsync(TooMany);
        await Eventually.HoldsAsync("that one is closed too, in place of hello", () => house.Slack.Sockets is { Ever: 3, Count: 1 });
        Assert.Contains("too_many_websockets", await ReadyAsync(house), StringComparison.Ordinal);

        await house.Slack.Sockets.SayAsync("""{"type":"hello"}""");
        await Eventually.HoldsAsync("readiness is well", async () => !(await ReadyAsync(house)).Contains("too_many_websockets", StringComparison.Ordinal));
        Assert.Equal(2, Opened(house));
    }

    [Fact]
    public async Task Sockets_that_Slack_takes_go_on_while_another_is_one_too_many()
    {
        await using var house = await OpenAsync();
        await Eventually.HoldsAsync("both have heard hello", () => Opened(house) == 2);
        house.Slack.Sockets.Speechless = true;

        await house.Slack.Sockets.SayAsync(TooMany);
        await Eventually.HoldsAsync("readiness says so", async () => (await ReadyAsync(house)).Contains("Open here: 1.", StringComparison.Ordinal));
        await Eventually.HoldsAsync("the next waits for its hello beside the other", () => house.Slack.Sockets is { Ever: 3, Count: 2 });
    }

    [Fact]
    public async Task A_token_that_does_not_count_is_not_tried_for_ever()
    {
        await using var house = await SlackHouse.StartAsync(true, new() { ["Slack:AppToken"] = "xapp-wrong" });

        await Eventually.HoldsAsync("readiness says why", () => ReadyAsync(house).Result.Contains("invalid_auth", StringComparison.Ordinal));

        Assert.Equal(0, house.Slack.Sockets.Ever);
    }

    [Fact]
    public async Task What_cannot_be_read_ends_nothing()
    {
        await using var house = await OpenAsync(1);

        await house.Slack.Sockets.SayAsync("{");
        await house.Slack.Sockets.SayAsync("""{"type":"unheard_of","envelope_id":"1","payload":null}""");
        await house.Slack.Sockets.SayAsync("""{"type":"interactive","envelope_id":"2","payload":{"type":null}}""");

        Assert.True((await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "help")).Ok);
        Assert.Equal(1, house.Slack.Sockets.Ever);
    }

    private static async Task<SlackHouse> OpenAsync(int sockets = 2)
    {
        var house = await SlackHouse.StartAsync(true, new() { ["Slack:Sockets"] = $"{sockets}" });
        await Eventually.HoldsAsync("the sockets are open", () => house.Slack.Sockets.Count == sockets);
        return house;
    }

    private static int Opened(SlackHouse house) => house.Log.Lines.Count(l => l.Text.StartsWith("A socket to Slack is open;", StringComparison.Ordinal));

    private static async Task<string> ReadyAsync(SlackHouse house) => await (await house.Client.GetAsync(new Uri("/readyz", UriKind.Relative))).Content.ReadAsStringAsync();
}
