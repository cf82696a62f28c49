using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Teams.StandIn.Delivery;
using Baton.Teams.StandIn.Directory;

namespace Baton.Teams.StandIn;

/// <summary>What people do, and what the bot is told of it.</summary>
public sealed partial class StrictTeams
{
    /// <summary>A token of the channel service for the bot, as it comes with activities.</summary>
    public string ChannelToken() => ChannelKey.Sign(ChannelClaims());

    /// <summary>What such a token says.</summary>
    public JsonObject ChannelClaims()
    {
        var now = time.GetUtcNow();
        return new JsonObject
        {
            ["serviceurl"] = ServiceUrl.AbsoluteUri,
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["iss"] = Settings.ChannelIssuer,
            ["aud"] = Settings.AppId,
        };
    }

    /// <summary>Brings any activity to the bot.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="token">Its token; a right one when left out.</param>
    public Task<BotAnswer> BringAsync(JsonObject activity, string? token = null) =>
        courier.BringAsync(Endpoint ?? throw new InvalidOperationException("Say where the bot is: StrictTeams.Endpoint."), activity, token ?? ChannelToken());

    /// <summary>An activity as Teams makes it, to be added to.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="person">Who did it.</param>
    /// <param name="conversation">Where, without thread.</param>
    /// <param name="root">The message whose thread it is in; null for none.</param>
    public JsonObject Activity(string type, TeamsPerson person, string conversation, string? root = null) =>
        Activities.New(Settings, ServiceUrl, type, person, Of(conversation), root, time.GetUtcNow());

    /// <summary>Somebody writes to the bot. In a channel or group chat the bot is mentioned, unless <paramref name="mentions"/> says otherwise.</summary>
    public Task<BotAnswer> SayAsync(TeamsPerson person, string conversation, string text, string? root = null, bool? mentions = null)
    {
        var place = Of(conversation);
        var id = Write(place, root, text);
        var activity = Activity("message", person, conversation, root ?? id);
        activity["id"] = id;
        activity["textFormat"] = "plain";
        Activities.Say(activity, Settings, text, mentions ?? place.Kind != ConversationKind.Personal);
        return BringAsync(activity);
    }

    /// <summary>Somebody gives a slash command, which nobody else sees (https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).</summary>
    public Task<BotAnswer> SlashAsync(TeamsPerson person, string conversation, string text, string? root = null)
    {
        var activity = Activity("message", person, conversation, root);
        activity["id"] = Write(Of(conversation), root, text, person.Id);
        (activity["text"], activity["textFormat"]) = (text, "plain");
        activity["recipient"]!["isTargeted"] = true;
        return BringAsync(activity);
    }

    /// <summary>Somebody presses a button of a card: an <c>Action.Execute</c> or <c>Action.Submit</c> that is on it. What comes of an <c>Action.Execute</c> is the person's own view.</summary>
    /// <param name="person">Who.</param>
    /// <param name="message">On which message.</param>
    /// <param name="title">The button's title, or its verb.</param>
    /// <param name="inputs">What was filled in, by input id.</param>
    /// <param name="shown">The card that the person sees instead of the message's, from an earlier answer.</param>
    public Task<BotAnswer> PressAsync(TeamsPerson person, SeenActivity message, string title, JsonObject? inputs = null, JsonElement? shown = null)
    {
        var card = shown ?? message.Card ?? throw new InvalidOperationException("There is no card on that message.");
        return BringAsync(CardActs.Press(Activity("invoke", person, message.ConversationId, message.RootId), message, CardActs.Find(card, title), inputs));
    }

    /// <summary>A client asks for the person's own view of a card, as its <c>refresh</c> says.</summary>
    public Task<BotAnswer> RefreshAsync(TeamsPerson person, SeenActivity message)
    {
        var card = message.Card ?? throw new InvalidOperationException("There is no card on that message.");
        return BringAsync(CardActs.Refresh(Activity("invoke", person, message.ConversationId, message.RootId), message, card));
    }

    /// <summary>Somebody says whether a file is wanted that the bot offers (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).</summary>
    /// <param name="person">Who.</param>
    /// <param name="offer">The message that offers it.</param>
    /// <param name="isWanted">Whether.</param>
    /// <param name="context">What the card carries instead of what the bot gave it.</param>
    /// <param name="uploadUrl">Where the file is to be put instead of the person's OneDrive.</param>
    public Task<BotAnswer> AnswerOfferAsync(TeamsPerson person, SeenActivity offer, bool isWanted, JsonObject? context = null, string? uploadUrl = null)
    {
        var card = offer.Card ?? throw new InvalidOperationException("There is no offer on that message.");
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = isWanted ? "accept" : "decline",
            ["context"] = context ?? JsonNode.Parse(card.GetProperty(isWanted ? "acceptContext" : "declineContext").GetRawText()),
        };
        if (isWanted)
        {
            value["uploadInfo"] = Drive.Open(Address, offer.Content.GetProperty("attachments")[0].GetProperty("name").GetString()!);
            value["uploadInfo"]!["uploadUrl"] = uploadUrl ?? value["uploadInfo"]!["uploadUrl"]!.GetValue<string>();
        }

        return InvokeAsync(person, offer.ConversationId, "fileConsent/invoke", value, offer.Id);
    }

    /// <summary>Any invoke.</summary>
    public Task<BotAnswer> InvokeAsync(TeamsPerson person, string conversation, string name, JsonObject value, string? replyTo = null)
    {
        var activity = Activity("invoke", person, conversation);
        activity["name"] = name;
        activity["value"] = value;
        if (replyTo is not null)
        {
            activity["replyToId"] = replyTo;
        }

        return BringAsync(activity);
    }

    /// <summary>The app is added to a team, a group chat or for a person; Teams tells the bot twice over.</summary>
    public async Task InstallAsync(string conversation, TeamsPerson by)
    {
        SetInstalled(conversation, true);
        var installed = Activity("installationUpdate", by, conversation);
        installed["action"] = "add";
        await BringAsync(installed);
        var changed = Activity("conversationUpdate", by, conversation);
        changed["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Settings.BotId });
        await BringAsync(changed);
    }

    /// <summary>The app is taken away; Teams tells the bot.</summary>
    public Task<BotAnswer> UninstallAsync(string conversation, TeamsPerson by)
    {
        SetInstalled(conversation, false);
        var gone = Activity("installationUpdate", by, conversation);
        gone["action"] = "remove";
        return BringAsync(gone);
    }
}
