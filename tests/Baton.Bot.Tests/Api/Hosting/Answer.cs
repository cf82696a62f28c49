using System.Text.Json;

namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>What the server answered.</summary>
internal sealed record Answer(int Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));

    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"{status} was expected, {Status} came: {Body}");
        if (status >= 400)
        {
            Assert.Equal("application/problem+json", ContentType);
            Assert.Equal(status, Json.GetProperty("status").GetInt32());
            Assert.NotEmpty(Json.GetProperty("title").GetString()!);
            Assert.DoesNotContain("   at ", Body, StringComparison.Ordinal);
        }

        return this;
    }

    /// <summary>One result of a list.</summary>
    public JsonElement Result(int at = 0) => Json.GetProperty("results")[at];

    /// <summary>The results' names in order.</summary>
    public IEnumerable<string> Results() => Json.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("result").GetString()!);

    /// <summary>Every wrong value as <c>field: rule</c>.</summary>
    public IEnumerable<string> Errors() => Json.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("field").GetString()}: {e.GetProperty("rule").GetString()}");

    public string? Text(string name) => Json.GetProperty(name).GetString();
}
