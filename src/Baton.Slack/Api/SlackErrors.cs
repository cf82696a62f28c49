using static Baton.Slack.Api.SlackError;

namespace Baton.Slack.Api;

/// <summary>
/// Slack's words of refusal, and what each calls for: those that the pages of the methods in <see cref="SlackMethod"/> list
/// (https://docs.slack.dev/reference/methods). A word that is not here is given up on, by name.
/// </summary>
public static class SlackErrors
{
    private const string Fault = "This is a fault in Baton: please report it with this line.";
    private const string Reinstall = "Install Baton into the workspace again (api.slack.com/apps > Install App) and put the new token into Slack:BotToken.";
    private const string Invite = "Invite Baton to the channel: open it in Slack and send /invite @Baton.";
    private const string AskAdmin = "Ask an administrator of the workspace to allow Baton to post there (channel settings > Permissions).";
    private const string Later = "Slack is in trouble; it is tried again.";
    private const string TooLate = "The click is more than three seconds old, so that Slack shows nothing for it any more: press again.";

    private static readonly Dictionary<string, (SlackError Error, string Advice)> Known = new(StringComparer.Ordinal)
    {
        ["service_unavailable"] = (Retry, Later),
        ["internal_error"] = (Retry, Later),
        ["fatal_error"] = (Retry, Later),
        ["request_timeout"] = (Retry, "The request reached Slack incompletely; it is tried again."),
        ["update_failed"] = (Retry, Later),
        ["external_channel_migrating"] = (Retry, "Slack is moving the channel; it is tried again."),
        ["team_added_to_org"] = (Retry, "Slack is moving the workspace into an organisation; it is tried again until that is done."),
        ["org_login_required"] = (Retry, "Slack is moving the workspace into an organisation; it is tried again until that is done."),

        ["invalid_auth"] = (FixConfiguration, "Slack does not accept the token, or not from this address. " + Reinstall + " Check also the app's allowed IP addresses."),
        ["not_authed"] = (FixConfiguration, "No token was sent. Set Slack:BotToken."),
        ["account_inactive"] = (FixConfiguration, "The bot's account is deactivated. " + Reinstall),
        ["token_revoked"] = (FixConfiguration, "The token was revoked, or the app removed. " + Reinstall),
        ["token_expired"] = (FixConfiguration, "The token has expired. The app rotates its tokens: install it again, and give Baton its refresh token too."),
        ["invalid_refresh_token"] = (FixConfiguration, "The refresh token was used already or revoked. Get a new pair, and put it into Slack:BotToken and Slack:RefreshToken."),
        ["bad_client_secret"] = (FixConfiguration, "Slack:ClientSecret is not the app's (api.slack.com/apps > Basic Information)."),
        ["invalid_client_id"] = (FixConfiguration, "Slack:ClientId is not the app's (api.slack.com/apps > Basic Information)."),
        ["bad_redirect_uri"] = (FixConfiguration, "The redirect address is not among the app's (api.slack.com/apps > OAuth & Permissions)."),
        ["invalid_code"] = (GiveUp, "The installation took more than ten minutes, or was confirmed twice: begin it again."),
        ["user_removed_from_team"] = (FixConfiguration, "Whoever installed Baton left the workspace. " + Reinstall),
        ["team_disabled"] = (FixConfiguration, "The workspace is disabled."),
        ["missing_scope"] = (FixConfiguration, "The token lacks a permission. Add the scope (api.slack.com/apps > OAuth & Permissions) and install Baton again."),
        ["no_permission"] = (FixConfiguration, "The token lacks a permission, or Baton is not in the channel. " + Invite),
        ["not_allowed_token_type"] = (FixConfiguration, "That is the wrong kind of token: Slack:BotToken begins with xoxb-, Slack:AppToken with xapp-."),
        ["access_denied"] = (FixConfiguration, AskAdmin),
        ["accesslimited"] = (FixConfiguration, "The workspace allows this only from certain networks. Ask its administrator to add Baton's address."),
        ["ekm_access_denied"] = (FixConfiguration, "An administrator has suspended posting. Ask for it to be allowed again."),
        ["enterprise_is_restricted"] = (FixConfiguration, "The token is an organisation's: install Baton into the workspace itself."),
        ["team_access_not_granted"] = (FixConfiguration, "The organisation has not given Baton this workspace: an administrator must add it (organisation settings > Integrations)."),
        ["team_not_found"] = (FixConfiguration, "The token is an organisation's: install Baton into the workspace itself."),
        ["two_factor_setup_required"] = (FixConfiguration, "The workspace demands two-factor sign-in of whoever installed Baton."),
        ["file_uploads_disabled"] = (FixConfiguration, "The workspace allows no files. Ask an administrator to allow uploads (workspace settings > Permissions)."),
        ["storage_limit_reached"] = (FixConfiguration, "The workspace has no room for files: delete some, or ask for more."),
        ["file_not_found"] = (GiveUp, "The file did not arrive whole: ask for it again."),
        ["not_in_channel"] = (FixConfiguration, Invite),
        ["user_not_in_channel"] = (GiveUp, "Whoever asked is not in that channel."),
        ["restricted_action"] = (FixConfiguration, AskAdmin),
        ["restricted_action_read_only_channel"] = (FixConfiguration, "The channel is read-only. " + AskAdmin),
        ["restricted_action_thread_only_channel"] = (FixConfiguration, "The channel takes replies only. Route leads to another, or change its posting permissions."),
        ["restricted_action_non_threadable_channel"] = (FixConfiguration, "The channel takes no replies. Route feedback to another, or change its posting permissions."),
        ["restricted_action_thread_locked"] = (FixConfiguration, "The thread is locked. Unlock it in Slack."),
        ["thread_locked"] = (FixConfiguration, "The thread is locked. Unlock it in Slack."),
        ["messages_tab_disabled"] = (FixConfiguration, "Baton takes no direct messages. Switch the messages tab on (api.slack.com/apps > App Home)."),
        ["not_enabled"] = (FixConfiguration, "Baton has no Home. Switch the home tab on (api.slack.com/apps > App Home)."),
        ["edit_window_closed"] = (FixConfiguration, "The workspace lets messages be edited for a limited time only. Set message editing to 'any time' (workspace settings > Permissions > Message editing)."),
        ["slack_connect_file_link_sharing_blocked"] = (FixConfiguration, "The workspace shares no links with other companies. Use a channel of your own."),
        ["link_disabled"] = (FixConfiguration, "Socket Mode is switched off (api.slack.com/apps > Socket Mode)."),
        ["deprecated_endpoint"] = (FixConfiguration, "Slack has retired this method. Update Baton."),
        ["method_deprecated"] = (FixConfiguration, "Slack has retired this method. Update Baton."),
        ["unknown_method"] = (FixConfiguration, "Slack does not know this method: check Slack:ApiUrl."),

        ["channel_not_found"] = (Gone, "There is no such channel, or it is private and Baton is not in it: check the id, and send /invite @Baton there."),
        ["is_archived"] = (Gone, "The channel is archived: unarchive it, or route to another."),
        ["is_inactive"] = (Gone, "The channel is archived, frozen or deleted: unarchive it, or route to another."),
        ["message_not_found"] = (Gone, "The message was deleted."),
        ["thread_not_found"] = (Gone, "The message that it replies to was deleted."),
        ["cannot_reply_to_message"] = (Gone, "That message takes no replies."),
        ["cant_update_message"] = (Gone, "The message is not Baton's, or of an earlier installation."),
        ["cant_delete_message"] = (Gone, "The message is not Baton's, or of an earlier installation."),
        ["user_not_found"] = (Gone, "There is no such person."),
        ["users_not_found"] = (Gone, "Nobody active has that e-mail address."),
        ["user_not_visible"] = (Gone, "Baton may not see that person."),
        ["user_disabled"] = (Gone, "That person's account is deactivated."),
        ["cannot_dm_bot"] = (Gone, "That is a bot."),
        ["not_found"] = (Gone, "The modal is closed."),
        ["used_url"] = (Gone, "The answer's address was used five times."),
        ["expired_url"] = (Gone, "The answer's address is more than 30 minutes old."),

        ["expired_trigger_id"] = (GiveUp, TooLate),
        ["trigger_expired"] = (GiveUp, TooLate),
        ["exchanged_trigger_id"] = (GiveUp, "That click was answered already."),
        ["trigger_exchanged"] = (GiveUp, "That click was answered already."),
        ["invalid_trigger_id"] = (GiveUp, TooLate),
        ["hash_conflict"] = (GiveUp, "It was changed meanwhile."),
        ["streaming_state_conflict"] = (GiveUp, Fault),
        ["duplicate_external_id"] = (GiveUp, Fault),
        ["msg_too_long"] = (GiveUp, "The message is too long for Slack. " + Fault),
        ["msg_blocks_too_long"] = (GiveUp, "The message is too long for Slack. " + Fault),
        ["view_too_large"] = (GiveUp, "The view is too large for Slack. " + Fault),
        ["no_text"] = (GiveUp, Fault),
        ["invalid_blocks"] = (GiveUp, Fault),
        ["invalid_blocks_format"] = (GiveUp, Fault),
        ["invalid_attachments"] = (GiveUp, Fault),
        ["too_many_attachments"] = (GiveUp, Fault),
        ["block_mismatch"] = (GiveUp, Fault),
        ["invalid_metadata_format"] = (GiveUp, Fault),
        ["invalid_metadata_schema"] = (GiveUp, Fault),
        ["metadata_too_large"] = (GiveUp, Fault),
        ["metadata_must_be_sent_from_app"] = (GiveUp, Fault),
        ["invalid_arguments"] = (GiveUp, Fault),
        ["invalid_arg_name"] = (GiveUp, Fault),
        ["invalid_array_arg"] = (GiveUp, Fault),
        ["invalid_charset"] = (GiveUp, Fault),
        ["invalid_cursor"] = (GiveUp, Fault),
        ["invalid_form_data"] = (GiveUp, Fault),
        ["invalid_json"] = (GiveUp, Fault),
        ["json_not_object"] = (GiveUp, Fault),
        ["invalid_payload"] = (GiveUp, Fault),
        ["invalid_post_type"] = (GiveUp, Fault),
        ["invalid_ts_latest"] = (GiveUp, Fault),
        ["invalid_ts_oldest"] = (GiveUp, Fault),
        ["missing_argument"] = (GiveUp, Fault),
        ["missing_post_type"] = (GiveUp, Fault),
    };

    private static readonly HashSet<string> TooMany = new(["ratelimited", "rate_limited", "message_limit_exceeded"], StringComparer.Ordinal);

    private static readonly HashSet<string> Halfway = new(["fatal_error", "internal_error"], StringComparer.Ordinal);

    /// <summary>All codes that are known.</summary>
    public static IEnumerable<string> Codes => Known.Keys;

    /// <summary>What a code calls for, and what an operator can do about it.</summary>
    public static (SlackError Error, string Advice) Of(string code) =>
        Known.TryGetValue(code, out var known) ? known : (GiveUp, $"Slack refused with '{code}', which Baton does not know. " + Fault);

    /// <summary>Whether a code says that there were too many calls.</summary>
    internal static bool MeansTooMany(string code) => TooMany.Contains(code);

    /// <summary>Whether Slack may have done it, or a part of it, all the same (https://docs.slack.dev/reference/methods/chat.postMessage, <c>fatal_error</c>).</summary>
    internal static bool MayHaveWorked(string code) => Halfway.Contains(code);
}
