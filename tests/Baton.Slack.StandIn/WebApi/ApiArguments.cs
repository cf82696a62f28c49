using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Workspace;
using Microsoft.AspNetCore.Http;

namespace Baton.Slack.StandIn.WebApi;

/// <summary>
/// Reads the arguments of a call. A form, or JSON where the method reads JSON, never both. Source: https://docs.slack.dev/apis/web-api
/// Stricter than Slack: an argument that the method does not know is refused here, where Slack would let a typing error pass in silence.
/// </summary>
internal static class ApiArguments
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Reads them.</summary>
    /// <returns>The arguments and a warning, as <c>missing_charset</c>.</returns>
    public static async Task<(JsonObject Arguments, string? Warning)> ReadAsync(HttpRequest request, ApiMethod method)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var type = (request.ContentType ?? "").Split(';')[0].Trim();
        if (request.Query.Count > 0)
        {
            throw new RefusalException("invalid_arguments", "arguments go into the body, never into the address");
        }

        return type switch
        {
            Json when method.TakesJson => (Parse(body), request.ContentType!.Contains("charset", StringComparison.OrdinalIgnoreCase) ? null : "missing_charset"),
            Json => ([], null),
            Form => (await FormAsync(body), null),
            "" when body.Length == 0 => ([], null),
            _ => throw new RefusalException("invalid_post_type"),
        };
    }

    /// <summary>Refuses what is missing and what is not known.</summary>
    public static void Require(JsonObject arguments, ApiMethod method)
    {
        var missing = method.Required.Where(r => arguments[r] is null || (arguments[r] is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Length == 0)).ToList();
        var unknown = arguments.Select(a => a.Key).Except(method.Required).Except(method.Optional).ToList();
        if (missing.Count + unknown.Count > 0)
        {
            throw new RefusalException("invalid_arguments", [.. missing.Select(m => $"[ERROR] missing required field: {m}"), .. unknown.Select(u => $"[ERROR] unknown argument: {u}")]);
        }
    }

    private static JsonObject Parse(string body)
    {
        try
        {
            return body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? throw new RefusalException("json_not_object");
        }
        catch (JsonException)
        {
            throw new RefusalException("invalid_json");
        }
    }

    private static async Task<JsonObject> FormAsync(string body)
    {
        var json = new JsonObject();
        using var reader = new Microsoft.AspNetCore.WebUtilities.FormReader(body);
        foreach (var (name, values) in await reader.ReadFormAsync())
        {
            json[name] = values.ToString();
        }

        return json;
    }
}
