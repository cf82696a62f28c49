using System.Buffers;
using System.Text.Json;

namespace Baton.Bot.Api;

/// <summary><c>GET /healthz</c> and <c>GET /readyz</c>, open to everybody: they tell nothing but how the process stands.</summary>
internal static class HealthEndpoints
{
    internal static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Text("""{"status":"alive"}""", "application/json")).Describe(RouteDescriptions.Alive);
        routes.MapGet("/readyz", ReadyAsync).Describe(RouteDescriptions.Ready);
        return routes;
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, ReadinessCheck check)
    {
        var parts = await check.ReadAsync().WaitAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        var troubled = parts.Where(p => p.IsRequired && p.Problem is not null).ToList();
        return troubled.Count == 0 ? new JsonAnswer(200, Ready(parts)) : new Problem(503, "notReady", "Not ready")
        {
            Detail = string.Join(' ', troubled.Select(p => $"{p.Name}: {p.Problem}")),
            RetryAfter = StoreTrouble.RetryAfter,
            More = json => WriteParts(json, parts),
        };
    }

    private static ReadOnlyMemory<byte> Ready(IReadOnlyList<PartReading> parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, ApiJson.Writing);
        json.WriteStartObject();
        json.WriteString("status"u8, parts.All(p => p.Problem is null) ? "ready"u8 : "degraded"u8);
        WriteParts(json, parts);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteParts(Utf8JsonWriter json, IReadOnlyList<PartReading> parts)
    {
        json.WriteStartArray("parts"u8);
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, part.Name);
            json.WriteBoolean("ready"u8, part.Problem is null);
            json.WriteBoolean("required"u8, part.IsRequired);
            json.WriteString("problem"u8, part.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
