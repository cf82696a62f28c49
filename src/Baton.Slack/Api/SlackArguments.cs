using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Wire;

namespace Baton.Slack.Api;

/// <summary>
/// A call's arguments as bytes: as JSON, or as a form, in which what has a structure is a JSON text (https://docs.slack.dev/apis/web-api).
/// The two are never mixed.
/// </summary>
internal static class SlackArguments
{
    private const string Json = "application/json; charset=utf-8";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The body of a call.</summary>
    public static WatchedContent Of(SlackMethod method, JsonObject arguments) => method.IsJson ? AsJson(arguments) : AsForm(arguments);

    /// <summary>A JSON body.</summary>
    public static WatchedContent AsJson(JsonObject arguments) => new(Encoding.UTF8.GetBytes(WireJson.Write(arguments)), Json);

    /// <summary>A form; members that are null are left out.</summary>
    public static WatchedContent AsForm(JsonObject arguments)
    {
        var fields = from member in arguments
                     where member.Value is not null
                     select $"{Uri.EscapeDataString(member.Key)}={Uri.EscapeDataString(TextOf(member.Value))}";
        return new WatchedContent(Encoding.ASCII.GetBytes(string.Join('&', fields)), Form);
    }

    private static string TextOf(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : WireJson.Write(value);
}
