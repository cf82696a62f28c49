using System.Collections.Frozen;

namespace Baton.Teams.Connector;

/// <summary>
/// What Teams' words of refusal mean, and what can be done
/// (https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-agent-conversational-apis).
/// </summary>
internal static class ConnectorErrors
{
    private const string Install = "Add the app there again; Baton goes on when Teams tells of it.";

    private static readonly FrozenDictionary<string, (bool IsGone, string Advice)> Known = new Dictionary<string, (bool, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["MessageWritesBlocked"] = (true, $"Baton was removed or blocked there, or the conversation takes no messages. {Install}"),
        ["ConversationBlockedByUser"] = (true, "The person blocked Baton. It goes on when the person writes to it."),
        ["BotNotInConversationRoster"] = (true, $"Baton is not in that conversation. {Install}"),
        ["ForbiddenOperationException"] = (true, $"The app is not installed for that person. {Install}"),
        ["BotDisabledByAdmin"] = (true, "The tenant's administrator has blocked the app: Teams admin center > Teams apps > Permission policies."),
        ["ConversationNotFound"] = (true, "The conversation was deleted, or Baton was never in it."),
        ["ActivityNotFoundInConversation"] = (true, "The message was deleted."),
        ["NotFound"] = (true, "It is there no more."),
        ["BotNotRegistered"] = (false, "Teams knows no such bot: check Teams:AppId, and that the Teams channel is on (Azure portal > Azure Bot > Channels)."),
        ["Unauthorized"] = (false, "Teams does not take Baton's token: check Teams:AppId, Teams:TenantId, Teams:Cloud and the credential; for a bot of one tenant all of them must be that tenant's."),
        ["InvalidBotApiHost"] = (false, "The conversation belongs to a tenant of GCC and must be called at its own host: let somebody write to Baton there, which tells Baton where that is."),
        ["NotEnoughPermissions"] = (false, "Baton lacks a permission for that: compare the app's manifest with the one that 'baton manifest teams' makes."),
        ["MessageSizeTooBig"] = (false, "The message is larger than Teams takes. Please report it."),
        ["Bad Argument"] = (false, "Teams found the request malformed. Please report it."),
        ["BadArgument"] = (false, "Teams found the request malformed. Please report it."),
        ["BadSyntax"] = (false, "Teams found the request malformed. Please report it."),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a refusal means.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="error">What Teams says.</param>
    public static ConnectorReply<T> Of<T>(int status, ConnectorError error)
    {
        var (isGone, advice) = Known.TryGetValue(error.Code, out var known) ? known
            : status == 401 ? Known["Unauthorized"]
            : status == 404 ? (true, "It is there no more, or the address is not a connector's.")
            : (false, "Teams refused.");
        var why = error.Message.Length == 0 ? advice : $"{advice} Teams says: {error.Message}";
        return isGone ? new ConnectorReply<T>.Gone(error.Code, why) : new ConnectorReply<T>.Refused(error.Code, why, IsCredential: status == 401);
    }
}
