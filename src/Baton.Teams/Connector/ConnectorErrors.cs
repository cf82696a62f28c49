using System.Collections.Frozen;

namespace Baton.Teams.Connector;

/// <summary>
/// What Teams' words of refusal mean, and what can be done
/// (https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-agent-conversational-apis).
/// </summary>
internal static class ConnectorErrors
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["MessageWritesBlocked"] = "gone.MessageWritesBlocked",
        ["ConversationBlockedByUser"] = "gone.ConversationBlockedByUser",
        ["BotNotInConversationRoster"] = "gone.BotNotInConversationRoster",
        ["ForbiddenOperationException"] = "gone.ForbiddenOperationException",
        ["BotDisabledByAdmin"] = "gone.BotDisabledByAdmin",
        ["ConversationNotFound"] = "gone.ConversationNotFound",
        ["ActivityNotFoundInConversation"] = "gone.ActivityNotFoundInConversation",
        ["NotFound"] = "gone.NotFound",
        ["BotNotRegistered"] = "refused.BotNotRegistered",
        ["Unauthorized"] = "refused.Unauthorized",
        ["InvalidBotApiHost"] = "refused.InvalidBotApiHost",
        ["NotEnoughPermissions"] = "refused.NotEnoughPermissions",
        ["MessageSizeTooBig"] = "refused.MessageSizeTooBig",
        ["Bad Argument"] = "refused.BadArgument",
        ["BadArgument"] = "refused.BadArgument",
        ["BadSyntax"] = "refused.BadArgument",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys of all that is said of refusals.</summary>
    public static IEnumerable<string> Keys => [.. Known.Values.Distinct(), "gone.other", "refused.foreignUrl", "refused.other"];

    /// <summary>What a refusal means.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">What Teams says.</param>
    public static ConnectorReply<T> Of<T>(int status, ConnectorError error)
    {
        var key = Known.TryGetValue(error.Code, out var known) ? known : status switch { 401 => "refused.Unauthorized", 404 => "gone.other", _ => "refused.other" };
        var texts = ToldWhy.Stored;
        var why = error.Message.Length == 0 ? texts[key] : $"{texts[key]} {texts["says"]} {error.Message}";
        return key.StartsWith("gone.", StringComparison.Ordinal)
            ? new ConnectorReply<T>.Gone(error.Code, why)
            : new ConnectorReply<T>.Refused(error.Code, why, IsCredential: status == 401);
    }
}
