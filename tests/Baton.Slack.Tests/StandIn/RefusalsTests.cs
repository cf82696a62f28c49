using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.StandIn;

/// <summary>What Slack refuses, the stand-in refuses.</summary>
public sealed class RefusalsTests
{
    private const string Button = """[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Go"},"action_id":"go","value":"1"}]}]""";

    [Theory]
    [InlineData("chat.postMessage", """{"channel":"C404","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"$outside","text":"x"}""", "not_in_channel")]
    [InlineData("chat.postMessage", """{"channel":"$secret","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"$archived","text":"x"}""", "is_archived")]
    [InlineData("chat.postMessage", """{"channel":"$sales"}""", "no_text")]
    [InlineData("chat.postMessage", """{"text":"x"}""", "invalid_arguments")]
    [InlineData("chat.postMessage", """{"channel":"$sales","txt":"x"}""", "invalid_arguments")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","blocks":{}}""", "invalid_blocks_format")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","blocks":[{"type":"no_such"}]}""", "invalid_blocks")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","thread_ts":"1.000001"}""", "thread_not_found")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","thread_ts":"$reply"}""", "cannot_reply_to_message")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","metadata":{"event_type":"e"}}""", "invalid_metadata_format")]
    [InlineData("chat.postMessage", """{"channel":"$sales","text":"x","markdown_text":"y"}""", "markdown_text_conflict")]
    [InlineData("chat.update", """{"channel":"$sales","ts":"1.000001","text":"x"}""", "message_not_found")]
    [InlineData("chat.update", """{"channel":"$sales","ts":"$human","text":"x"}""", "cant_update_message")]
    [InlineData("chat.update", """{"channel":"$user","ts":"$own","text":"x"}""", "channel_not_found")]
    [InlineData("chat.update", """{"channel":"$sales","ts":"$own","text":""}""", "no_text")]
    [InlineData("chat.update", """{"channel":"$archived","ts":"$own","text":"x"}""", "is_inactive")]
    [InlineData("chat.postEphemeral", """{"channel":"$sales","user":"$stranger","text":"x"}""", "user_not_in_channel")]
    [InlineData("chat.postEphemeral", """{"channel":"$sales","user":"U404","text":"x"}""", "user_not_found")]
    [InlineData("chat.delete", """{"channel":"$sales","ts":"$human"}""", "cant_delete_message")]
    [InlineData("views.open", """{"trigger_id":"never","view":$modal}""", "invalid_trigger_id")]
    [InlineData("views.open", """{"trigger_id":"x","view":{"type":"home","blocks":[]}}""", "invalid_arguments")]
    [InlineData("views.update", """{"view_id":"V404","view":$modal}""", "not_found")]
    [InlineData("views.publish", """{"user_id":"U404","view":{"type":"home","blocks":[]}}""", "invalid_arguments")]
    [InlineData("conversations.open", """{"users":"$gone"}""", "user_disabled")]
    [InlineData("conversations.open", """{"users":"U404"}""", "user_not_found")]
    [InlineData("conversations.open", "{}", "users_list_not_supplied")]
    [InlineData("conversations.info", """{"channel":"$secret"}""", "channel_not_found")]
    [InlineData("conversations.join", """{"channel":"$archived"}""", "is_archived")]
    [InlineData("conversations.replies", """{"channel":"$sales","ts":"1.000001"}""", "thread_not_found")]
    [InlineData("conversations.history", """{"channel":"$outside"}""", "not_in_channel")]
    [InlineData("conversations.history", """{"channel":"$sales","limit":"1000"}""", "invalid_limit")]
    [InlineData("conversations.history", """{"channel":"$sales","cursor":"7"}""", "invalid_cursor")]
    [InlineData("users.info", """{"user":"U404"}""", "user_not_found")]
    [InlineData("users.lookupByEmail", """{"email":"nobody@sales.example"}""", "users_not_found")]
    [InlineData("users.lookupByEmail", """{"email":"gone@sales.example"}""", "users_not_found")]
    [InlineData("usergroups.users.list", """{"usergroup":"S404"}""", "no_such_subteam")]
    [InlineData("oauth.v2.access", """{"code":"x","client_id":"1111.2222","client_secret":"wrong"}""", "bad_client_secret")]
    [InlineData("oauth.v2.access", """{"code":"x","client_id":"1111.2222","client_secret":"$client"}""", "invalid_code")]
    [InlineData("apps.connections.open", "{}", "not_allowed_token_type")]
    [InlineData("no.such", "{}", "unknown_method")]
    public async Task A_call_that_Slack_refuses_is_refused_with_the_same_code(string method, string arguments, string code)
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack);
        var filled = await FillAsync(slack, caller, arguments);

        var answer = await CallAsync(caller, method, filled);

        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Equal(code, answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_token_must_be_there_right_and_alive()
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack) { Token = null };

        Assert.Equal("not_authed", await CodeAsync(caller));
        caller.Token = "xoxb-other";
        Assert.Equal("invalid_auth", await CodeAsync(caller));
        caller.Token = slack.Settings.BotToken;
        Assert.Equal("ok", await CodeAsync(caller));
        slack.KillTokens();
        Assert.Equal("token_revoked", await CodeAsync(caller));
    }

    [Fact]
    public async Task A_missing_scope_says_what_is_needed_and_what_was_provided()
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack);
        slack.Grant("chat:write", false);

        var answer = await caller.JsonAsync("chat.postMessage", new { channel = slack.AddChannel("sales").Id, text = "x" });

        Assert.Equal("missing_scope", answer.GetProperty("error").GetString());
        Assert.Equal("chat:write", answer.GetProperty("needed").GetString());
        Assert.DoesNotContain("chat:write", answer.GetProperty("provided").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_reads_forms_sees_nothing_in_JSON()
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack);
        var user = slack.AddUser("Aoi", "aoi@sales.example");

        Assert.Equal("invalid_arguments", (await caller.JsonAsync("users.info", new { user = user.Id })).GetProperty("error").GetString());
        Assert.True((await caller.FormAsync("users.info", ("user", user.Id))).GetProperty("ok").GetBoolean());
    }

    [Theory]
    [InlineData("application/json", "{", "invalid_json")]
    [InlineData("application/json", "[]", "json_not_object")]
    [InlineData("text/plain", "channel=C1", "invalid_post_type")]
    public async Task A_body_that_cannot_be_read_is_refused(string type, string body, string code)
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack);

        using var response = await caller.SendAsync("chat.postMessage", body, type);

        Assert.Contains(code, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_in_the_address_beside_a_body_are_refused()
    {
        await using var slack = await StrictSlack.StartAsync();
        using var caller = new RawCaller(slack);

        using var response = await caller.SendAsync("chat.postMessage?channel=C1", """{"text":"x"}""", "application/json; charset=utf-8");

        Assert.Contains("invalid_arguments", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> CodeAsync(RawCaller caller)
    {
        var answer = await caller.FormAsync("auth.test");
        return answer.TryGetProperty("error", out var error) ? error.GetString()! : "ok";
    }

    private static Task<JsonElement> CallAsync(RawCaller caller, string method, string arguments) =>
        method.StartsWith("chat.", StringComparison.Ordinal) && method != "chat.delete" || method.StartsWith("views.", StringComparison.Ordinal)
            ? caller.JsonAsync(method, JsonNode.Parse(arguments)!)
            : caller.FormAsync(method, [.. JsonNode.Parse(arguments)!.AsObject().Select(a => (a.Key, a.Value!.GetValue<string>()))]);

    /// <summary>Puts the ids of this workspace in place of the names with a dollar.</summary>
    private static async Task<string> FillAsync(StrictSlack slack, RawCaller caller, string arguments)
    {
        var sales = slack.AddChannel("sales");
        var user = slack.AddUser("Aoi", "aoi@sales.example");
        var own = await caller.PostAsync(sales, new { text = "own" });
        var reply = await caller.PostAsync(sales, new { text = "reply", thread_ts = own.Ts });
        return arguments
            .Replace("$modal", $$"""{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":{{Button}}}""", StringComparison.Ordinal)
            .Replace("$sales", sales.Id, StringComparison.Ordinal)
            .Replace("$outside", slack.AddChannel("outside", c => c with { BotIsIn = false }).Id, StringComparison.Ordinal)
            .Replace("$secret", slack.AddChannel("secret", c => c with { BotIsIn = false, Private = true }).Id, StringComparison.Ordinal)
            .Replace("$client", slack.Settings.ClientSecret, StringComparison.Ordinal)
            .Replace("$archived", slack.AddChannel("archived", c => c with { Archived = true }).Id, StringComparison.Ordinal)
            .Replace("$user", user.Id, StringComparison.Ordinal)
            .Replace("$gone", slack.AddUser("Gone", "gone@sales.example", u => u with { Deleted = true }).Id, StringComparison.Ordinal)
            .Replace("$stranger", slack.AddUser("Stranger", null, u => u with { Stranger = true }).Id, StringComparison.Ordinal)
            .Replace("$own", own.Ts, StringComparison.Ordinal)
            .Replace("$reply", reply.Ts, StringComparison.Ordinal)
            .Replace("$human", (await WriteAsync(slack, user, sales)).Ts, StringComparison.Ordinal);
    }

    private static async Task<SeenMessage> WriteAsync(StrictSlack slack, WorkspaceUser user, WorkspaceChannel channel)
    {
        await using var app = await RawApp.StartAsync();
        slack.Delivery.App = app.Address;
        return await slack.WriteAsync(user, channel, "human");
    }
}
