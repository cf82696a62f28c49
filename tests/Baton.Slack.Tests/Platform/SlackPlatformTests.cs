using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;
using Baton.Slack.Tests.Wire;

namespace Baton.Slack.Tests.Platform;

/// <summary>Posting and updating in a workspace that refuses what Slack refuses, over real HTTP.</summary>
public sealed class SlackPlatformTests : IAsyncLifetime
{
    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private StrictSlack slack = null!;
    private SlackParts parts = null!;
    private WorkspaceChannel sales = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.Limits.Enabled = false;
        sales = slack.AddChannel("sales");
        parts = SlackParts.Of(slack, clock);
    }

    public async Task DisposeAsync()
    {
        await parts.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_post_is_there_with_its_name_and_unfurls_nothing()
    {
        var sent = await SentAsync("one");
        var message = Assert.Single(slack.Messages(sales));
        Assert.Equal(new MessageRef(Cards.At(sales), message.Ts), sent);
        Assert.Contains("Acme", message.Words, StringComparison.Ordinal);
        Assert.Equal("one", message.Metadata!.Value.GetProperty("event_payload").GetProperty("id").GetString());
        var arguments = slack.Calls.Single(c => c.Method == "chat.postMessage").Arguments;
        Assert.False(arguments.GetProperty("unfurl_links").GetBoolean());
        Assert.False(arguments.GetProperty("unfurl_media").GetBoolean());
    }

    [Fact]
    public async Task A_reply_is_in_its_thread()
    {
        var parent = await SentAsync("one");
        Assert.IsType<SendResult.Sent>(await parts.Platform.PostAsync(new Post(parent.Place, parent.Id, "two", Cards.Of("Reply")), default));
        Assert.Equal([null, parent.Id], slack.Messages(sales).Select(m => m.ThreadTs));
    }

    [Fact]
    public async Task A_post_to_a_person_says_in_which_conversation_it_is_so_that_it_can_be_updated()
    {
        var aoi = slack.AddUser("Aoi", "aoi@baton.example");
        var sent = Assert.IsType<SendResult.Sent>(await parts.Platform.PostAsync(new Post(new Place("slack", aoi.Id), null, "one", Cards.Of("Acme")), default)).Message;
        Assert.Equal(slack.DirectChannel(aoi).Id, sent.Place.Id);
        Assert.IsType<SendResult.Sent>(await parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default));
        Assert.Contains("Bravo", Assert.Single(slack.DirectMessages(aoi)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_replaces_the_message_and_keeps_its_name()
    {
        var sent = await SentAsync("one");
        Assert.Equal(new SendResult.Sent(sent), await parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default));
        var message = Assert.Single(slack.Messages(sales));
        Assert.Contains("Bravo", message.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", message.Words, StringComparison.Ordinal);
        Assert.NotNull(message.Metadata);
        Assert.Equal("none", slack.Calls.Single(c => c.Method == "chat.update").Arguments.GetProperty("parse").GetString());
    }

    [Fact]
    public async Task An_archived_channel_is_gone()
    {
        var sent = await SentAsync("one");
        slack.Change(sales, c => c with { Archived = true });
        Assert.Contains("unarchive", Assert.IsType<SendResult.Gone>(await PostAsync("two")).Why, StringComparison.Ordinal);
        Assert.Contains("unarchive", Assert.IsType<SendResult.Gone>(await parts.Platform.UpdateAsync(sent, Cards.Of("x"), default)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_without_the_bot_says_how_to_invite_it()
    {
        slack.Change(sales, c => c with { BotIsIn = false });
        Assert.Contains("/invite", Assert.IsType<SendResult.Forbidden>(await PostAsync("one")).Why, StringComparison.Ordinal);
        slack.Change(sales, c => c with { Private = true });
        Assert.Contains("/invite", Assert.IsType<SendResult.Gone>(await PostAsync("one")).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account_inactive", "Install App")]
    [InlineData("token_revoked", "Install App")]
    [InlineData("invalid_auth", "Install App")]
    public async Task A_token_that_is_dead_is_for_an_operator_and_says_nothing_of_channels_or_people(string code, string advice)
    {
        slack.KillTokens(code);
        Assert.True((await Assert.ThrowsAsync<SlackUnavailableException>(() => parts.Platform.DirectPlaceAsync(EmailAddress.Parse("aoi@baton.example"), default))).IsUnauthorized);
        Assert.True((await Assert.ThrowsAsync<SlackUnavailableException>(() => parts.Platform.FindAsync(Cards.At(sales), null, "one", default))).IsUnauthorized);
        var why = Assert.IsType<SendResult.Unauthorized>(await PostAsync("one")).Why;
        Assert.Contains(code, why, StringComparison.Ordinal);
        Assert.Contains(advice, why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scope_that_is_missing_is_named()
    {
        slack.Grant("chat:write", false);
        Assert.Contains("needed chat:write", Assert.IsType<SendResult.Forbidden>(await PostAsync("one")).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restricted_action", typeof(SendResult.Forbidden))]
    [InlineData("restricted_action_read_only_channel", typeof(SendResult.Forbidden))]
    [InlineData("msg_too_long", typeof(SendResult.Forbidden))]
    [InlineData("invalid_blocks", typeof(SendResult.Forbidden))]
    [InlineData("something_new", typeof(SendResult.Forbidden))]
    [InlineData("service_unavailable", typeof(SendResult.Failed))]
    [InlineData("team_added_to_org", typeof(SendResult.Failed))]
    [InlineData("ratelimited", typeof(SendResult.RetryAfter))]
    [InlineData("internal_error", typeof(SendResult.Uncertain))]
    [InlineData("cannot_reply_to_message", typeof(SendResult.Gone))]
    public async Task Every_refusal_of_a_post_has_its_result(string code, Type result)
    {
        slack.Faults.Next("chat.postMessage", new ApiFault.Error(code));
        Assert.IsType(result, await PostAsync("one"));
        Assert.Empty(slack.Messages(sales));
    }

    [Theory]
    [InlineData("edit_window_closed", typeof(SendResult.Forbidden))]
    [InlineData("cant_update_message", typeof(SendResult.Gone))]
    [InlineData("message_not_found", typeof(SendResult.Gone))]
    [InlineData("internal_error", typeof(SendResult.Failed))]
    [InlineData("fatal_error", typeof(SendResult.Failed))]
    [InlineData("update_failed", typeof(SendResult.Failed))]
    public async Task Every_refusal_of_an_update_has_its_result(string code, Type result)
    {
        var sent = await SentAsync("one");
        slack.Faults.Next("chat.update", new ApiFault.Error(code));
        Assert.IsType(result, await parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default));
    }

    [Fact]
    public async Task A_message_that_somebody_deleted_is_gone()
    {
        var sent = await SentAsync("one");
        Assert.IsType<SlackAnswer.Ok>(await parts.Client.CallAsync(SlackMethod.ChatDelete, new JsonObject { ["channel"] = sales.Id, ["ts"] = sent.Id }, default));
        Assert.IsType<SendResult.Gone>(await parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default));
    }

    [Fact]
    public async Task Waiting_is_as_long_as_Slack_says()
    {
        slack.Faults.Next("chat.postMessage", new ApiFault.RateLimited(12));
        Assert.Equal(new SendResult.RetryAfter(TimeSpan.FromSeconds(12)), await PostAsync("one"));
    }

    public static TheoryData<ApiFault, bool> Accidents => new()
    {
        { new ApiFault.ResetBefore(), false },
        { new ApiFault.Status(503), false },
        { new ApiFault.NotJson(), false },
        { new ApiFault.ResetAfter(), true },
        { new ApiFault.SilentAfter(), true },
        { new ApiFault.ErrorAfterEffect("fatal_error"), true },
    };

    [Theory]
    [MemberData(nameof(Accidents))]
    public async Task After_an_accident_the_post_is_found_if_and_only_if_it_took_effect(ApiFault fault, bool tookEffect)
    {
        await SentAsync("before");
        slack.Faults.Next("chat.postMessage", fault);
        Assert.IsType<SendResult.Uncertain>(await OutcomeAsync(PostAsync("lost"), fault, () => slack.Messages(sales).Count == 2));
        var found = await parts.Platform.FindAsync(Cards.At(sales), null, "lost", default);
        Assert.Equal(tookEffect ? slack.Messages(sales)[1].Ts : null, found?.Id);
    }

    [Theory]
    [MemberData(nameof(Accidents))]
    public async Task After_an_accident_an_update_is_simply_made_again(ApiFault fault, bool tookEffect)
    {
        var sent = await SentAsync("one");
        slack.Faults.Next("chat.update", fault);
        Assert.IsType<SendResult.Failed>(await OutcomeAsync(parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default), fault, IsBravo));
        Assert.Equal(tookEffect, IsBravo());
        Assert.IsType<SendResult.Sent>(await parts.Platform.UpdateAsync(sent, Cards.Of("Bravo"), default));
        Assert.True(IsBravo());
    }

    [Fact]
    public void A_channel_speaks_its_own_language_and_the_others_the_common_one()
    {
        parts.Get<SlackOptions>().ChannelLocales["C1"] = "ja";
        Assert.Equal(("ja", "en"), (parts.Platform.LocaleOf(new Place("slack", "C1")), parts.Platform.LocaleOf(new Place("slack", "C2"))));
        Assert.Equal(("slack", TimeSpan.FromSeconds(1)), (parts.Platform.Name, parts.Platform.Pace));
    }

    private Task<SendResult> PostAsync(string name) => parts.Platform.PostAsync(new Post(Cards.At(sales), null, name, Cards.Of("Acme")), default);

    // Silence is given up once the effect is there, however slowly it comes.
    private async Task<SendResult> OutcomeAsync(Task<SendResult> sending, ApiFault fault, Func<bool> tookEffect)
    {
        if (fault is ApiFault.SilentAfter)
        {
            await Eventually.HoldsAsync("it took effect", tookEffect);
            clock.Advance(parts.Limit);
        }

        return await sending;
    }

    private bool IsBravo() => Assert.Single(slack.Messages(sales)).Words.Contains("Bravo", StringComparison.Ordinal);

    private async Task<MessageRef> SentAsync(string name) => Assert.IsType<SendResult.Sent>(await PostAsync(name)).Message;
}
