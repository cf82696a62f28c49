using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.Teams.StandIn.Delivery;

/// <summary>Turns a press of a button into what Teams sends (https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model).</summary>
internal static class CardActs
{
    /// <summary>The button of that title, or of that verb. It must be on the card.</summary>
    public static JsonElement Find(JsonElement card, string title) =>
        Objects(card).FirstOrDefault(it => Text(it, "type") is "Action.Execute" or "Action.Submit" && (Text(it, "title") == title || Text(it, "verb") == title)) is { ValueKind: JsonValueKind.Object } action
            ? action
            : throw new InvalidOperationException($"There is no button '{title}' on the card.");

    /// <summary>The activity for a press.</summary>
    public static JsonObject Press(JsonObject activity, SeenActivity message, JsonElement action, JsonObject? inputs)
    {
        activity["replyToId"] = message.Id;
        var data = action.TryGetProperty("data", out var given) && given.ValueKind == JsonValueKind.Object ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        foreach (var (name, value) in inputs ?? [])
        {
            data[name] = value?.DeepClone();
        }

        if (Text(action, "type") == "Action.Execute")
        {
            activity["name"] = "adaptiveCard/action";
            activity["value"] = new JsonObject { ["action"] = Executed(action, data), ["trigger"] = "manual" };
        }
        else if (data["msteams"]?["type"]?.GetValue<string>() == "task/fetch")
        {
            activity["name"] = "task/fetch";
            activity["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } };
        }
        else
        {
            activity["type"] = "message";
            activity["value"] = data;
        }

        return activity;
    }

    /// <summary>The activity for a view of one's own.</summary>
    public static JsonObject Refresh(JsonObject activity, SeenActivity message, JsonElement card)
    {
        var action = card.TryGetProperty("refresh", out var refresh) && refresh.TryGetProperty("action", out var it) ? it : throw new InvalidOperationException("The card has no refresh.");
        var data = action.TryGetProperty("data", out var given) ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        activity["replyToId"] = message.Id;
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = Executed(action, data), ["trigger"] = "automatic" };
        return activity;
    }

    private static JsonObject Executed(JsonElement action, JsonObject data)
    {
        var executed = new JsonObject { ["type"] = "Action.Execute", ["data"] = data };
        foreach (var name in new[] { "id", "title", "verb" })
        {
            if (Text(action, name) is { } text)
            {
                executed[name] = text;
            }
        }

        return executed;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(it => Objects(it.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
