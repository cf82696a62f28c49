using Baton.Handoffs.Chat;
using static Baton.Slack.Api.SlackError;

namespace Baton.Slack.Api;

/// <summary>
/// Slack's words of refusal, and what each calls for: those that the pages of the methods in <see cref="SlackMethod"/> list
/// (https://docs.slack.dev/reference/methods). A word that is not here is given up on, by name.
/// </summary>
public static class SlackErrors
{
    private static readonly Dictionary<string, (SlackError Error, string Text)> Known = new(StringComparer.Ordinal)
    {
        ["service_unavailable"] = (Retry, "later"),
        ["internal_error"] = (Retry, "later"),
        ["fatal_error"] = (Retry, "later"),
        ["request_timeout"] = (Retry, "request_timeout"),
        ["update_failed"] = (Retry, "later"),
        ["external_channel_migrating"] = (Retry, "external_channel_migrating"),
        ["team_added_to_org"] = (Retry, "team_added_to_org"),
        ["org_login_required"] = (Retry, "team_added_to_org"),

        ["invalid_auth"] = (FixCredential, "invalid_auth"),
        ["not_authed"] = (FixCredential, "not_authed"),
        ["account_inactive"] = (FixCredential, "account_inactive"),
        ["token_revoked"] = (FixCredential, "token_revoked"),
        ["token_expired"] = (FixCredential, "token_expired"),
        ["invalid_refresh_token"] = (FixCredential, "invalid_refresh_token"),
        ["bad_client_secret"] = (FixCredential, "bad_client_secret"),
        ["invalid_client_id"] = (FixCredential, "invalid_client_id"),
        ["bad_redirect_uri"] = (FixConfiguration, "bad_redirect_uri"),
        ["invalid_code"] = (GiveUp, "invalid_code"),
        ["user_removed_from_team"] = (FixCredential, "user_removed_from_team"),
        ["team_disabled"] = (FixCredential, "team_disabled"),
        ["missing_scope"] = (FixConfiguration, "missing_scope"),
        ["no_permission"] = (FixConfiguration, "no_permission"),
        ["not_allowed_token_type"] = (FixCredential, "not_allowed_token_type"),
        ["access_denied"] = (FixConfiguration, "askAdmin"),
        ["accesslimited"] = (FixConfiguration, "accesslimited"),
        ["ekm_access_denied"] = (FixConfiguration, "ekm_access_denied"),
        ["enterprise_is_restricted"] = (FixConfiguration, "enterprise_is_restricted"),
        ["team_access_not_granted"] = (FixConfiguration, "team_access_not_granted"),
        ["team_not_found"] = (FixConfiguration, "enterprise_is_restricted"),
        ["two_factor_setup_required"] = (FixConfiguration, "two_factor_setup_required"),
        ["file_uploads_disabled"] = (FixConfiguration, "file_uploads_disabled"),
        ["storage_limit_reached"] = (FixConfiguration, "storage_limit_reached"),
        ["file_not_found"] = (GiveUp, "file_not_found"),
        ["not_in_channel"] = (FixConfiguration, "invite"),
        ["user_not_in_channel"] = (GiveUp, "user_not_in_channel"),
        ["restricted_action"] = (FixConfiguration, "askAdmin"),
        ["restricted_action_read_only_channel"] = (FixConfiguration, "restricted_action_read_only_channel"),
        ["restricted_action_thread_only_channel"] = (FixConfiguration, "restricted_action_thread_only_channel"),
        ["restricted_action_non_threadable_channel"] = (FixConfiguration, "restricted_action_non_threadable_channel"),
        ["restricted_action_thread_locked"] = (FixConfiguration, "restricted_action_thread_locked"),
        ["thread_locked"] = (FixConfiguration, "restricted_action_thread_locked"),
        ["messages_tab_disabled"] = (FixConfiguration, "messages_tab_disabled"),
        ["not_enabled"] = (FixConfiguration, "not_enabled"),
        ["edit_window_closed"] = (FixConfiguration, "edit_window_closed"),
        ["slack_connect_file_link_sharing_blocked"] = (FixConfiguration, "slack_connect_file_link_sharing_blocked"),
        ["link_disabled"] = (FixConfiguration, "link_disabled"),
        ["deprecated_endpoint"] = (FixConfiguration, "deprecated_endpoint"),
        ["method_deprecated"] = (FixConfiguration, "deprecated_endpoint"),
        ["unknown_method"] = (FixConfiguration, "unknown_method"),

        ["channel_not_found"] = (Gone, "channel_not_found"),
        ["is_archived"] = (Gone, "is_archived"),
        ["is_inactive"] = (Gone, "is_inactive"),
        ["message_not_found"] = (Gone, "message_not_found"),
        ["thread_not_found"] = (Gone, "thread_not_found"),
        ["cannot_reply_to_message"] = (Gone, "cannot_reply_to_message"),
        ["cant_update_message"] = (Gone, "cant_update_message"),
        ["cant_delete_message"] = (Gone, "cant_update_message"),
        ["user_not_found"] = (Gone, "user_not_found"),
        ["users_not_found"] = (Gone, "users_not_found"),
        ["user_not_visible"] = (Gone, "user_not_visible"),
        ["user_disabled"] = (Gone, "user_disabled"),
        ["cannot_dm_bot"] = (Gone, "cannot_dm_bot"),
        ["not_found"] = (Gone, "not_found"),
        ["used_url"] = (Gone, "used_url"),
        ["expired_url"] = (Gone, "expired_url"),

        ["expired_trigger_id"] = (GiveUp, "tooLate"),
        ["trigger_expired"] = (GiveUp, "tooLate"),
        ["exchanged_trigger_id"] = (GiveUp, "exchanged_trigger_id"),
        ["trigger_exchanged"] = (GiveUp, "exchanged_trigger_id"),
        ["invalid_trigger_id"] = (GiveUp, "tooLate"),
        ["hash_conflict"] = (GiveUp, "hash_conflict"),
        ["streaming_state_conflict"] = (GiveUp, "fault"),
        ["duplicate_external_id"] = (GiveUp, "fault"),
        ["msg_too_long"] = (GiveUp, "msg_too_long"),
        ["msg_blocks_too_long"] = (GiveUp, "msg_too_long"),
        ["view_too_large"] = (GiveUp, "view_too_large"),
        ["no_text"] = (GiveUp, "fault"),
        ["invalid_blocks"] = (GiveUp, "fault"),
        ["invalid_blocks_format"] = (GiveUp, "fault"),
        ["invalid_attachments"] = (GiveUp, "fault"),
        ["too_many_attachments"] = (GiveUp, "fault"),
        ["block_mismatch"] = (GiveUp, "fault"),
        ["invalid_metadata_format"] = (GiveUp, "fault"),
        ["invalid_metadata_schema"] = (GiveUp, "fault"),
        ["metadata_too_large"] = (GiveUp, "fault"),
        ["metadata_must_be_sent_from_app"] = (GiveUp, "fault"),
        ["invalid_arguments"] = (GiveUp, "fault"),
        ["invalid_arg_name"] = (GiveUp, "fault"),
        ["invalid_array_arg"] = (GiveUp, "fault"),
        ["invalid_charset"] = (GiveUp, "fault"),
        ["invalid_cursor"] = (GiveUp, "fault"),
        ["invalid_form_data"] = (GiveUp, "fault"),
        ["invalid_json"] = (GiveUp, "fault"),
        ["json_not_object"] = (GiveUp, "fault"),
        ["invalid_payload"] = (GiveUp, "fault"),
        ["invalid_post_type"] = (GiveUp, "fault"),
        ["invalid_ts_latest"] = (GiveUp, "fault"),
        ["invalid_ts_oldest"] = (GiveUp, "fault"),
        ["missing_argument"] = (GiveUp, "fault"),
        ["missing_post_type"] = (GiveUp, "fault"),
    };

    private static readonly HashSet<string> TooMany = new(["ratelimited", "rate_limited", "message_limit_exceeded"], StringComparer.Ordinal);

    private static readonly HashSet<string> Halfway = new(["fatal_error", "internal_error"], StringComparer.Ordinal);

    /// <summary>All codes that are known.</summary>
    public static IEnumerable<string> Codes => Known.Keys;

    /// <summary>What a code calls for, and what an operator can do about it.</summary>
    /// <param name="code">Slack's word.</param>
    /// <param name="locale">In which language; in English for logs and for what is stored.</param>
    public static (SlackError Error, string Advice) Of(string code, string locale = "en")
    {
        var texts = Texts.Of<ErrorTexts>(locale);
        return Known.TryGetValue(code, out var known) ? (known.Error, texts["advice." + known.Text]) : (GiveUp, texts.Format("unknown", code));
    }

    /// <summary>Whether a code says that there were too many calls.</summary>
    internal static bool MeansTooMany(string code) => TooMany.Contains(code);

    /// <summary>Whether Slack may have done it, or a part of it, all the same (https://docs.slack.dev/reference/methods/chat.postMessage, <c>fatal_error</c>).</summary>
    internal static bool MayHaveWorked(string code) => Halfway.Contains(code);
}
