using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.WebApi;

namespace Baton.Slack.StandIn.Acts;

/// <summary>
/// What one element says when it was filled in or left alone; what was left alone is null, never missing.
/// Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
/// </summary>
internal static class ElementState
{
    /// <summary>The state.</summary>
    /// <param name="element">The element.</param>
    /// <param name="typed">What was typed, or the value of what was chosen; null leaves the initial value.</param>
    public static JsonObject Of(JsonElement element, string? typed)
    {
        var type = element.GetProperty("type").GetString()!;
        var (name, initial) = Names(type);
        var state = new JsonObject { ["type"] = type };
        state[name] = typed switch
        {
            null => element.TryGetProperty(initial, out var before) ? ApiJson.Node(before) : IsMany(name) ? new JsonArray() : null,
            "" => IsMany(name) ? new JsonArray() : null,
            _ => Chosen(element, name, typed),
        };
        return state;
    }

    /// <summary>Whether nothing was filled in.</summary>
    public static bool IsEmpty(JsonObject state) => state.Where(s => s.Key != "type").All(s => s.Value is null or JsonArray { Count: 0 });

    /// <summary>The option of an element with this value.</summary>
    public static JsonNode Option(JsonElement element, string value)
    {
        var options = element.TryGetProperty("options", out var flat) ? flat.EnumerateArray()
            : element.TryGetProperty("option_groups", out var groups) ? groups.EnumerateArray().SelectMany(g => g.GetProperty("options").EnumerateArray()) : [];
        var found = options.Where(o => o.GetProperty("value").GetString() == value).Take(1).ToList();
        return found.Count == 1 ? ApiJson.Node(found[0])
            : element.GetProperty("type").GetString() == "external_select" ? new JsonObject { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = value }, ["value"] = value }
            : throw new InvalidOperationException($"There is no option {value}.");
    }

    private static JsonNode Chosen(JsonElement element, string name, string typed) => name switch
    {
        "selected_option" => Option(element, typed),
        "selected_options" => new JsonArray([.. typed.Split(',').Select(t => Option(element, t))]),
        "selected_date_time" => long.Parse(typed, CultureInfo.InvariantCulture),
        _ when IsMany(name) => new JsonArray([.. typed.Split(',').Select(t => JsonValue.Create(t))]),
        _ => typed,
    };

    private static bool IsMany(string name) => name is "selected_options" or "selected_users" or "selected_channels" or "selected_conversations";

    private static (string Name, string Initial) Names(string type) => type switch
    {
        "static_select" or "external_select" or "radio_buttons" => ("selected_option", "initial_option"),
        "multi_static_select" or "multi_external_select" or "checkboxes" => ("selected_options", "initial_options"),
        "users_select" => ("selected_user", "initial_user"),
        "multi_users_select" => ("selected_users", "initial_users"),
        "channels_select" => ("selected_channel", "initial_channel"),
        "conversations_select" => ("selected_conversation", "initial_conversation"),
        "multi_conversations_select" => ("selected_conversations", "initial_conversations"),
        "datepicker" => ("selected_date", "initial_date"),
        "timepicker" => ("selected_time", "initial_time"),
        "datetimepicker" => ("selected_date_time", "initial_date_time"),
        "plain_text_input" or "number_input" or "email_text_input" or "url_text_input" => ("value", "initial_value"),
        _ => throw new InvalidOperationException($"A {type} cannot be filled in here."),
    };
}
