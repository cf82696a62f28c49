using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Baton.EndToEnd.Intake;

/// <summary>Sends leads as marketing's systems do: by <c>POST /api/leads</c>.</summary>
internal static class LeadSender
{
    /// <summary>A qualified lead with everything in it that is required.</summary>
    public static JsonObject Lead(string externalId, string company, string country = "Germany", int score = 70) => new()
    {
        ["externalId"] = externalId,
        ["source"] = "hubspot",
        ["campaign"] = "Spring webinar",
        ["qualified"] = true,
        ["score"] = score,
        ["contact"] = new JsonObject { ["name"] = "Robin Vogel", ["email"] = $"robin@{externalId}.example", ["title"] = "Head of IT" },
        ["company"] = new JsonObject { ["name"] = company, ["country"] = country, ["employees"] = 240 },
        ["need"] = "Please send a quote for 40 seats.",
    };

    /// <summary>Sends one and answers its handoff's id; it must be offered.</summary>
    public static async Task<string> OfferAsync(HttpClient client, JsonObject lead)
    {
        var result = (await SendAsync(client, lead)).GetProperty("results")[0];
        Assert.Equal("offered", result.GetProperty("result").GetString());
        return result.GetProperty("handoff").GetString()!;
    }

    /// <summary>Sends one or an array, and answers what was answered with 2xx.</summary>
    public static async Task<JsonElement> SendAsync(HttpClient client, JsonNode leads)
    {
        using var response = await client.PostAsJsonAsync("/api/leads", leads);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
