using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class StoreFailureTests
{
    [Fact]
    public async Task A_store_that_fails_in_the_middle_leaves_each_lead_stored_or_reported()
    {
        await using var host = await ApiHost.StartAsync();
        var leads = ALead.List(Enumerable.Range(0, 200).Select(n => ALead.Json($"mid-{n}")));
        host.Engine.FailFrom("handoffs", 100);

        var broken = (await host.PostAsync("/api/leads", leads)).Expect(503);

        Assert.Equal("5", broken.Headers["Retry-After"]);
        var notTaken = broken.Json.GetProperty("notTaken").EnumerateArray().Select(i => i.GetString()!).ToHashSet();
        var taken = broken.Json.GetProperty("results").EnumerateArray().Where(r => r.GetProperty("result").GetString() == "offered").ToList();
        Assert.Equal(99, taken.Count);
        Assert.Equal(200, notTaken.Count + taken.Count);
        host.Engine.BeforeCommit = _ => Task.CompletedTask;
        Assert.All(taken, r => Assert.Equal(200, host.GetAsync($"/api/handoffs/{r.GetProperty("handoff").GetString()}").GetAwaiter().GetResult().Status));

        var again = (await host.PostAsync("/api/leads", leads)).Expect(202);

        Assert.All(again.Results(), r => Assert.Equal("offered", r));
        Assert.All(taken, r => Assert.True(again.Json.GetProperty("results").EnumerateArray().Single(a => a.GetProperty("externalId").GetString() == r.GetProperty("externalId").GetString()).GetProperty("repeated").GetBoolean()));
    }

    [Fact]
    public async Task A_click_that_the_store_cannot_keep_says_when_to_come_back()
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = await host.OfferAsync("one");
        host.Engine.FailFrom("handoffs", 1);

        var accepted = (await host.ActAsync(handoff, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""")).Expect(503);

        Assert.Equal("unavailable", accepted.Text("code"));
        Assert.Equal("5", accepted.Headers["Retry-After"]);
    }

    [Fact]
    public async Task A_failure_that_is_ours_tells_nothing_of_the_inside_and_is_logged()
    {
        await using var host = await ApiHost.StartAsync();
        host.Engine.BeforeCommit = _ => throw new InvalidOperationException("secret inside");

        var answer = (await host.PostAsync("/api/leads", ALead.Json("one"))).Expect(500);

        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.Contains(host.Log.Of("LeadBatch"), l => l.Contains("secret inside", StringComparison.Ordinal));
    }
}
