using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Directory;

namespace Baton.Teams.StandIn.Connector;

/// <summary>What the connector does, once it is known who asks. Each holds the tenant's gate; refusals are thrown.</summary>
internal sealed class Operations(Tenant tenant, string serviceUrl)
{
    private const string ThreadMark = ";messageid=";

    public JsonObject Send(string conversationId, string? replyTo, JsonElement activity, bool isTargeted)
    {
        var (conversation, root) = Find(conversationId);
        if (replyTo is not null)
        {
            var answered = Answerable(Existing(conversation, replyTo));
            root = conversation.Kind == ConversationKind.Channel ? RootOf(answered) : answered.RootId;
        }

        var recipient = isTargeted ? Recipient(conversation, activity) : null;
        ActivityRules.Check(activity);
        if (ActivityRules.HasFile(activity) && conversation.Kind != ConversationKind.Personal)
        {
            throw Bad("Files are taken in personal chats only.");
        }

        var id = Post(conversation, root, activity, recipient);
        return new JsonObject { ["id"] = id };
    }

    public JsonObject Update(string conversationId, string id, JsonElement activity)
    {
        var (conversation, _) = Find(conversationId);
        var old = Own(conversation, id);
        ActivityRules.Check(activity);
        conversation.Activities[conversation.Activities.IndexOf(old)] = old with { Content = activity.Clone(), Changes = old.Changes + 1 };
        return new JsonObject { ["id"] = id };
    }

    public JsonObject? Delete(string conversationId, string id)
    {
        var (conversation, _) = Find(conversationId);
        conversation.Activities.Remove(Own(conversation, id));
        return null;
    }

    /// <summary>As Microsoft measured it in 2026: see CreateConversation-API-Behavior.md of microsoft/teams.net.</summary>
    public JsonObject Create(JsonElement parameters)
    {
        if (ActivityRules.Text(parameters, "tenantId") != tenant.Settings.TenantId)
        {
            throw Bad("tenantId is missing or not that of the conversation.");
        }

        var isGroup = parameters.TryGetProperty("isGroup", out var group) && group.ValueKind == JsonValueKind.True;
        var hasActivity = parameters.TryGetProperty("activity", out var activity) && activity.ValueKind == JsonValueKind.Object;
        return isGroup ? NewThread(parameters, hasActivity ? activity : throw Bad("An activity is needed.")) : Personal(parameters, hasActivity ? activity : null);
    }

    public JsonObject Members(string conversationId, int pageSize, string? continuation)
    {
        var (conversation, _) = Find(conversationId);
        var from = continuation is null ? 0 : int.TryParse(continuation, out var at) ? at : throw Bad("The continuation token is not one of ours.");
        var page = conversation.Members.Skip(from).Take(pageSize).Select(Member).ToArray();
        var answer = new JsonObject { ["members"] = new JsonArray([.. page]) };
        if (from + page.Length < conversation.Members.Count)
        {
            answer["continuationToken"] = $"{from + page.Length}";
        }

        return answer;
    }

    public JsonObject Member(string conversationId, string userId)
    {
        var (conversation, _) = Find(conversationId);
        return conversation.Members.Find(it => it.Id == userId || it.ObjectId == userId) is { } person ? Member(person) : throw new RefusalException(404, "NotFound", "The member was not found.");
    }

    public JsonObject Channels(string teamId) => tenant.Teams.TryGetValue(teamId, out var channels) && channels[0].IsInstalled
        ? new JsonObject { ["conversations"] = new JsonArray([.. channels.Select(it => new JsonObject { ["id"] = it.Id, ["name"] = it.Name })]) }
        : throw new RefusalException(404, "NotFound", "The team was not found.");

    /// <summary>Somebody, or the bot, writes.</summary>
    public string Post(Conversation conversation, string? root, JsonElement activity, string? onlyFor = null, bool isBots = true)
    {
        var id = tenant.NextMessageId();
        var thread = conversation.Kind == ConversationKind.Channel ? root ?? id : null;
        conversation.Activities.Add(new SeenActivity(id, conversation.Id, thread, activity.Clone()) { OnlyFor = onlyFor, IsBots = isBots });
        return id;
    }

    private static JsonObject Member(TeamsPerson person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId,
        ["email"] = person.Email,
        ["userPrincipalName"] = person.Email,
        ["userRole"] = person.Role,
    };

    private JsonObject Personal(JsonElement parameters, JsonElement? activity)
    {
        var members = parameters.TryGetProperty("members", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray().ToList() : [];
        if (members.Count != 1 || ActivityRules.Text(members[0], "id") is not ['2', '9', ':', ..] || tenant.People.Find(it => it.Id == ActivityRules.Text(members[0], "id")) is not { } person)
        {
            throw Bad("Exactly one member is needed, by the id that the bot knows.");
        }

        var chat = tenant.PersonalOf(person);
        Writable(chat.IsInstalled ? chat : throw new RefusalException(403, "ForbiddenOperationException", "The bot is not installed in the user's personal scope."));
        if (activity is { } first)
        {
            ActivityRules.Check(first);
            Post(chat, null, first);
        }

        return new JsonObject { ["id"] = chat.Id };
    }

    private JsonObject NewThread(JsonElement parameters, JsonElement activity)
    {
        var id = parameters.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var channel) ? ActivityRules.Text(channel, "id") : null;
        if (id is null)
        {
            throw Bad("Group chats cannot be made.");
        }

        var (conversation, _) = Find(id);
        ActivityRules.Check(activity);
        var message = Post(conversation, null, activity);
        return new JsonObject { ["id"] = $"{conversation.Id}{ThreadMark}{message}", ["activityId"] = message, ["serviceUrl"] = serviceUrl };
    }

    private (Conversation Conversation, string? Root) Find(string id)
    {
        var mark = id.IndexOf(ThreadMark, StringComparison.Ordinal);
        var place = mark < 0 ? id : id[..mark];
        var conversation = tenant.Conversations.TryGetValue(place, out var there) ? Writable(there) : throw new RefusalException(404, "ConversationNotFound", "The conversation was not found.");
        if (mark < 0)
        {
            return (conversation, null);
        }

        var root = id[(mark + ThreadMark.Length)..];
        return conversation.Kind == ConversationKind.Channel && conversation.Activities.Find(it => it.Id == root && it.RootId == root) is { } first
            ? (conversation, RootOf(Answerable(first)))
            : throw new RefusalException(404, "ActivityNotFoundInConversation", "There is no such thread.");
    }

    // https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
    private static SeenActivity Answerable(SeenActivity activity) => activity.OnlyFor is null ? activity : throw Bad("Targeted messages take no replies.");

    private static Conversation Writable(Conversation conversation) =>
        !conversation.IsInstalled ? throw new RefusalException(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.")
        : conversation.IsBlocked ? throw RefusalException.WritesBlocked()
        : conversation;

    private static SeenActivity Existing(Conversation conversation, string id) =>
        conversation.Activities.Find(it => it.Id == id) ?? throw new RefusalException(404, "ActivityNotFoundInConversation", "The activity was not found.");

    private static SeenActivity Own(Conversation conversation, string id) =>
        Existing(conversation, id) is { IsBots: true } own ? own : throw new RefusalException(403, "NotEnoughPermissions", "The activity is not the bot's.");

    private static string RootOf(SeenActivity activity) => activity.RootId ?? activity.Id;

    private static string Recipient(Conversation conversation, JsonElement activity) =>
        conversation.Kind == ConversationKind.Personal ? throw Bad("Targeted messages are not for chats with one person.")
        : activity.TryGetProperty("recipient", out var to) && ActivityRules.Text(to, "id") is { } id && conversation.Members.Exists(it => it.Id == id) ? id
        : throw Bad("A targeted message needs a recipient who is there.");

    private static RefusalException Bad(string message) => new(400, "BadSyntax", message);
}
