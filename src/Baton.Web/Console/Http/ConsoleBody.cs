using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Baton.Web.Console.Http;

/// <summary>Reads the JSON of a POST and refuses what is none, in words.</summary>
internal static class ConsoleBody
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The Content-Type must be application/json.");
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            var body = await JsonNode.ParseAsync(request.Body, documentOptions: Strict, cancellationToken: request.HttpContext.RequestAborted) as JsonObject
                ?? throw new BadHttpRequestException("The body must be a JSON object.");
            AssertReadable(body);
            return body;
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException($"The body is not JSON: {wrong.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new BadHttpRequestException("The body holds text that is not Unicode.");
        }
    }

    /// <summary>The text under that name; null when there is none.</summary>
    public static string? Text(this JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw new BadHttpRequestException($"'{name}' must be a text."),
    };

    /// <summary>The text under that name, of at most <paramref name="max"/> characters.</summary>
    public static string Required(this JsonObject body, string name, int max)
    {
        var text = body.Text(name)?.Trim() ?? "";
        return text.Length > 0 && text.Length <= max ? text : throw new BadHttpRequestException($"'{name}' must have 1 to {max} characters; it has {text.Length}.");
    }

    /// <summary>Half a surrogate pair passes the parser and throws only when it is read: find it here.</summary>
    private static void AssertReadable(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                o.ToList().ForEach(p => AssertReadable(p.Value));
                break;
            case JsonArray a:
                a.ToList().ForEach(AssertReadable);
                break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String:
                _ = v.GetValue<string>();
                break;
        }
    }
}
