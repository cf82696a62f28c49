using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>One call with its arguments, as a method reads them: text, number or flag from a form or from JSON alike.</summary>
internal sealed class ApiCall(JsonObject arguments)
{
    public JsonObject Arguments { get; } = arguments;

    public bool Has(string name) => Arguments[name] is not null;

    public string? Maybe(string name) => Arguments[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    public string Text(string name) => Maybe(name) ?? "";

    public bool Flag(string name) => Maybe(name) is "true" or "1";

    /// <summary>A limit between 1 and the most that the method takes.</summary>
    public int Limit(int usual, int most) =>
        Maybe("limit") is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
        : throw new RefusalException("invalid_limit");

    /// <summary>Where a page begins; the cursor is opaque to the app.</summary>
    public int Offset() =>
        Maybe("cursor") is not { Length: > 0 } cursor ? 0
        : cursor.StartsWith("page:", StringComparison.Ordinal) && int.TryParse(cursor.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset
        : throw new RefusalException("invalid_cursor");

    /// <summary>A structured argument: JSON within JSON, or a JSON text, as forms need it.</summary>
    /// <param name="name">The argument.</param>
    /// <param name="refusal">What is answered when it is not of this shape.</param>
    public T? Structure<T>(string name, string refusal)
        where T : JsonNode
    {
        try
        {
            var node = Arguments[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? JsonNode.Parse(value.GetValue<string>()) : Arguments[name];
            return node is null ? null : node.DeepClone() as T ?? throw new RefusalException(refusal);
        }
        catch (JsonException)
        {
            throw new RefusalException(refusal);
        }
    }
}
