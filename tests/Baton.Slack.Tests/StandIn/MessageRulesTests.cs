using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.StandIn;

public sealed class MessageRulesTests : IAsyncLifetime
{
    private static readonly object[] Blocks = [new { type = "section", text = new { type = "mrkdwn", text = "block" } }];
    private StrictSlack slack = null!;
    private RawCaller caller = null!;
    private WorkspaceChannel sales = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        caller = new RawCaller(slack);
        sales = slack.AddChannel("sales");
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Text_without_blocks_takes_the_blocks_away_and_neither_keeps_them()
    {
        var message = await caller.PostAsync(sales, new { text = "one", blocks = Blocks, metadata = new { event_type = "e", event_payload = new { id = 1 } } });

        await caller.JsonAsync("chat.update", new { channel = sales.Id, ts = message.Ts, metadata = new { event_type = "e2", event_payload = new { id = 2 } } });
        Assert.Equal("block", slack.Now(message)!.Words);
        await caller.JsonAsync("chat.update", new { channel = sales.Id, ts = message.Ts, text = "two" });

        Assert.Null(slack.Now(message)!.Blocks);
        Assert.Equal("two", slack.Now(message)!.Words);
        Assert.Equal("e2", slack.Now(message)!.Metadata!.Value.GetProperty("event_type").GetString());
    }

    [Fact]
    public async Task A_message_to_a_user_opens_direct_messages_and_answers_their_place()
    {
        var user = slack.AddUser("Aoi", "aoi@sales.example");

        var answer = await caller.JsonAsync("chat.postMessage", new { channel = user.Id, text = "hello" });

        Assert.StartsWith("D", answer.GetProperty("channel").GetString(), StringComparison.Ordinal);
        Assert.Equal("hello", Assert.Single(slack.DirectMessages(user)).Text);
    }

    [Fact]
    public async Task Histories_tell_the_payload_of_metadata_only_on_request_and_leave_replies_out()
    {
        var message = await caller.PostAsync(sales, new { text = "parent", metadata = new { event_type = "card", event_payload = new { key = "k1" } } });
        await caller.PostAsync(sales, new { text = "reply", thread_ts = message.Ts });

        var plain = await caller.FormAsync("conversations.history", ("channel", sales.Id));
        var full = await caller.FormAsync("conversations.history", ("channel", sales.Id), ("include_all_metadata", "true"));
        var thread = await caller.FormAsync("conversations.replies", ("channel", sales.Id), ("ts", message.Ts));

        Assert.False(Assert.Single(plain.GetProperty("messages").EnumerateArray()).GetProperty("metadata").TryGetProperty("event_payload", out _));
        Assert.Equal("k1", full.GetProperty("messages")[0].GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString());
        Assert.Equal(["parent", "reply"], thread.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Histories_come_newest_first_page_by_page()
    {
        slack.Limits.Enabled = false;
        foreach (var text in new[] { "1", "2", "3" })
        {
            await caller.PostAsync(sales, new { text });
        }

        var first = await caller.FormAsync("conversations.history", ("channel", sales.Id), ("limit", "2"));
        var rest = await caller.FormAsync("conversations.history", ("channel", sales.Id), ("limit", "2"), ("cursor", first.GetProperty("response_metadata").GetProperty("next_cursor").GetString()!));

        Assert.Equal(["3", "2"], first.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()));
        Assert.Equal(["1"], rest.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_private_word_is_seen_by_one_and_cannot_be_updated()
    {
        var aoi = slack.AddUser("Aoi", "aoi@sales.example");
        var ren = slack.AddUser("Ren", "ren@sales.example");

        var answer = await caller.JsonAsync("chat.postEphemeral", new { channel = sales.Id, user = aoi.Id, text = "psst" });
        var update = await caller.JsonAsync("chat.update", new { channel = sales.Id, ts = answer.GetProperty("message_ts").GetString(), text = "x" });

        Assert.Equal("psst", Assert.Single(slack.Ephemerals(aoi)).Text);
        Assert.Empty(slack.Ephemerals(ren));
        Assert.Empty(slack.Messages(sales));
        Assert.Equal("message_not_found", update.GetProperty("error").GetString());
    }

    [Fact]
    public async Task People_carry_what_their_scopes_allow()
    {
        var user = slack.AddUser("Aoi", "aoi@sales.example", u => u with { Locale = "ja-JP", UltraRestricted = true });

        var with = (await caller.FormAsync("users.info", ("user", user.Id), ("include_locale", "true"))).GetProperty("user");
        slack.Grant("users:read.email", false);
        var without = (await caller.FormAsync("users.info", ("user", user.Id))).GetProperty("user");

        Assert.Equal("aoi@sales.example", with.GetProperty("profile").GetProperty("email").GetString());
        Assert.Equal(("ja-JP", "Asia/Tokyo", true), (with.GetProperty("locale").GetString(), with.GetProperty("tz").GetString(), with.GetProperty("is_ultra_restricted").GetBoolean()));
        Assert.False(without.GetProperty("profile").TryGetProperty("email", out _));
        Assert.False(without.TryGetProperty("locale", out _));
    }
}
