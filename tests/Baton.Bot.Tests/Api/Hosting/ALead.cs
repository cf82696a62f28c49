namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>A lead as a caller sends it.</summary>
internal static class ALead
{
    public static string Json(string externalId, string? email = null, string more = "\"qualified\": true") => $$"""
        { "externalId": "{{externalId}}", "source": "web", {{more}},
          "contact": { "name": "恵 佐々木", "email": "{{email ?? externalId + "@buyer.example"}}", "title": "CTO", "phone": "03-3489-2278" },
          "company": { "name": "西日本建材株式会社" } }
        """;

    public static string List(params IEnumerable<string> leads) => $"[{string.Join(',', leads)}]";
}
