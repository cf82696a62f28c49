using Baton.Slack.Api;

namespace Baton.Slack.Tests.Api;

public sealed class SlackErrorsTests
{
    [Theory]
    [InlineData("service_unavailable", SlackError.Retry)]
    [InlineData("team_added_to_org", SlackError.Retry)]
    [InlineData("request_timeout", SlackError.Retry)]
    [InlineData("msg_too_long", SlackError.GiveUp)]
    [InlineData("invalid_blocks", SlackError.GiveUp)]
    [InlineData("expired_trigger_id", SlackError.GiveUp)]
    [InlineData("trigger_expired", SlackError.GiveUp)]
    [InlineData("hash_conflict", SlackError.GiveUp)]
    [InlineData("not_in_channel", SlackError.FixConfiguration)]
    [InlineData("missing_scope", SlackError.FixConfiguration)]
    [InlineData("account_inactive", SlackError.FixCredential)]
    [InlineData("token_revoked", SlackError.FixCredential)]
    [InlineData("invalid_auth", SlackError.FixCredential)]
    [InlineData("token_expired", SlackError.FixCredential)]
    [InlineData("not_authed", SlackError.FixCredential)]
    [InlineData("invalid_refresh_token", SlackError.FixCredential)]
    [InlineData("restricted_action", SlackError.FixConfiguration)]
    [InlineData("edit_window_closed", SlackError.FixConfiguration)]
    [InlineData("messages_tab_disabled", SlackError.FixConfiguration)]
    [InlineData("not_enabled", SlackError.FixConfiguration)]
    [InlineData("is_archived", SlackError.Gone)]
    [InlineData("channel_not_found", SlackError.Gone)]
    [InlineData("message_not_found", SlackError.Gone)]
    [InlineData("cant_update_message", SlackError.Gone)]
    [InlineData("user_disabled", SlackError.Gone)]
    [InlineData("used_url", SlackError.Gone)]
    [InlineData("expired_url", SlackError.Gone)]
    public void A_code_calls_for_one_thing(string code, SlackError error) => Assert.Equal(error, SlackErrors.Of(code).Error);

    [Fact]
    public void A_code_that_nobody_knows_is_given_up_on_by_name()
    {
        var (error, advice) = SlackErrors.Of("something_new");
        Assert.Equal(SlackError.GiveUp, error);
        Assert.Contains("'something_new'", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_says_in_a_sentence_what_can_be_done() =>
        Assert.All(SlackErrors.Codes, code => Assert.Matches(@"\A[A-Z][^\n]{10,250}\.\z", SlackErrors.Of(code).Advice));

    [Fact]
    public void Every_code_says_so_in_Japanese_too() =>
        Assert.All(SlackErrors.Codes, code => Assert.Matches(@"[\p{IsHiragana}\p{IsKatakana}][^\n]*。\z", SlackErrors.Of(code, "ja").Advice));

    [Theory]
    [InlineData("slack:C1: The channel is archived: unarchive it, or route to another. (is_archived)", "slack:C1: チャンネルがアーカイブされています。アーカイブを解除するか、送り先を別のチャンネルにしてください。 (is_archived)")]
    [InlineData("slack:C1: The message is too long for Slack. This is a fault in Baton: please report it with this line. Slack says: blocks (msg_too_long)", "slack:C1: メッセージがSlackの上限を超えています。Batonの不具合です。この行を添えて報告してください。 Slackの応答: blocks (msg_too_long)")]
    [InlineData("Baton was removed from it", "Batonがチャンネルから外されました")]
    [InlineData("A reason of somebody else (who knows)", "A reason of somebody else (who knows)")]
    public void What_was_stored_in_English_is_told_in_Japanese_with_Slacks_own_words_and_its_code(string stored, string told)
    {
        Assert.Equal(told, ToldWhy.Of(stored, "ja"));
        Assert.Equal(stored, ToldWhy.Of(stored, "en"));
    }

    [Theory]
    [InlineData("not_in_channel", "/invite @Baton")]
    [InlineData("channel_not_found", "/invite @Baton")]
    [InlineData("missing_scope", "OAuth & Permissions")]
    [InlineData("account_inactive", "Install App")]
    [InlineData("edit_window_closed", "Message editing")]
    [InlineData("restricted_action", "Permissions")]
    [InlineData("messages_tab_disabled", "App Home")]
    public void What_an_operator_can_mend_says_where_to_click(string code, string where) => Assert.Contains(where, SlackErrors.Of(code).Advice, StringComparison.Ordinal);
}
