using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class HostileLeadTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly JsonArray Samples = (JsonArray)JsonNode.Parse(File.ReadAllText(Sample("hostile-leads.json")))!;

    public static TheoryData<string, string> Expected => new()
    {
        { "x-1", "offered" },
        { "x-2", "offered" },
        { "x-3", "offered" },
        { "x-4/../../#?", "offered" },
        { "x-5", "returned" },
        { "x-6", "contact.email: an e-mail address such as name@example.com" },
        { "x-7", "qualifiedAt: at most 5 minutes ahead of now" },
        { "x-8", "qualifiedAt: an ISO 8601 time with its offset such as 2026-11-20T09:00:00+09:00" },
    };

    [Fact]
    public void Every_sample_is_expected() => Assert.Equal(Samples.Select(s => (string)s!["externalId"]!), Expected.Select(e => e[0]));

    [Theory]
    [MemberData(nameof(Expected))]
    public async Task A_hostile_lead_is_taken_as_text_or_refused_by_a_rule(string id, string expected)
    {
        var lead = (JsonObject)Samples.Single(s => (string)s!["externalId"]! == id)!.DeepClone();
        lead["qualified"] = true;

        var answer = await api.Host.PostAsync("/api/leads", lead.ToJsonString());

        if (expected is not ("offered" or "returned"))
        {
            Assert.Equal(expected, Assert.Single(answer.Expect(400).Errors()));
            return;
        }

        Assert.Equal(expected, answer.Expect(202).Result().GetProperty("result").GetString());
        var view = (await api.Host.GetAsync($"/api/handoffs/{answer.Result().GetProperty("handoff").GetString()}")).Expect(200);
        Assert.Equal((string?)lead["company"]?["name"], view.Json.GetProperty("lead").GetProperty("company").GetProperty("name").GetString());
    }

    [Fact]
    public async Task All_of_them_at_once_are_answered_one_by_one()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = (await host.PostAsync("/api/leads", Samples.ToJsonString(JsonSerializerOptions.Default))).Expect(202);

        Assert.Equal(["invalid", "invalid", "invalid"], answer.Results().Skip(5));
        Assert.DoesNotContain("invalid", answer.Results().Take(5));
    }

    private static string Sample(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "samples", name);
    }
}
