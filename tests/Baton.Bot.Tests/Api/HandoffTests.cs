using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public class HandoffTests
{
    [Fact]
    public async Task A_handoff_tells_where_it_stands_and_how_it_came_there()
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = await host.OfferAsync("one");
        host.Clock.Advance(TimeSpan.FromHours(1));

        var view = (await host.GetAsync($"/api/handoffs/{handoff}")).Expect(200).Json;

        var clock = view.GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("clock").GetString() == "accept");
        Assert.Equal(("onTrack", "PT4H", "PT1H", "PT3H"), (clock.GetProperty("status").GetString(), clock.GetProperty("target").GetString(), clock.GetProperty("elapsed").GetString(), clock.GetProperty("remaining").GetString()));
        Assert.NotEmpty(clock.GetProperty("soFar").GetProperty("counted").EnumerateArray());
        Assert.Equal("everything", view.GetProperty("route").GetProperty("trace")[0].GetProperty("rule").GetString());
        Assert.True(view.GetProperty("score").TryGetProperty("trace", out _));
        Assert.Equal("received", view.GetProperty("timeline")[0].GetProperty("type").GetString());
        Assert.Empty(view.GetProperty("undelivered").EnumerateArray());
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData("ja-JP,en;q=0.5", true)]
    [InlineData("fr, ja;q=0.8, en;q=0.3", true)]
    [InlineData("en;q=0.9, ja;q=0.1", false)]
    [InlineData("de", false)]
    [InlineData("not a language;;", false)]
    public async Task The_timeline_speaks_the_language_that_is_asked_for(string language, bool japanese)
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = await host.OfferAsync("one");

        var view = (await host.GetAsync($"/api/handoffs/{handoff}", ("Accept-Language", language))).Expect(200);

        Assert.Equal(japanese, view.Json.GetProperty("timeline")[0].GetProperty("text").GetString()!.Any(c => c > 0x3000));
        Assert.Equal("Accept-Language", view.Headers["Vary"]);
    }

    [Fact]
    public async Task What_could_not_be_delivered_is_told()
    {
        await using var host = await ApiHost.StartAsync();
        var handoff = new HandoffId(await host.OfferAsync("one"));
        var store = host.Services.GetRequiredService<IHandoffStore>();
        var file = (await store.OpenAsync(handoff, default))!;
        Assert.True(await store.CommitAsync(new HandoffChange(handoff) { Kept = [file.Outbox[0] with { Attempts = 20, Dead = true, Error = "channel_not_found" }] }, default));

        var trouble = Assert.Single((await host.GetAsync($"/api/handoffs/{handoff}")).Expect(200).Json.GetProperty("undelivered").EnumerateArray());

        Assert.Equal("channel_not_found", trouble.GetProperty("error").GetString());
        Assert.True(trouble.GetProperty("givenUp").GetBoolean());
    }

    [Fact]
    public async Task A_list_is_paged_without_a_gap_or_a_repeat()
    {
        await using var host = await ApiHost.StartAsync();
        var all = new List<string>();
        for (var n = 0; n < 25; n++)
        {
            host.Clock.Advance(n % 5 == 0 ? TimeSpan.FromDays(3) : TimeSpan.Zero);
            all.Add(await RecordedAsync(host, $"page-{n}"));
        }

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = (await host.GetAsync($"/api/handoffs?limit=7{(next is null ? "" : $"&cursor={next}")}")).Expect(200).Json;
            seen.AddRange(page.GetProperty("handoffs").EnumerateArray().Select(h => h.GetProperty("id").GetString()!));
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        while (next is not null);

        Assert.Equal(all.Order(), seen.Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_list_is_narrowed_by_state_owner_and_due()
    {
        await using var host = await ApiHost.StartAsync();
        var offered = await RecordedAsync(host, "narrow-1");
        var accepted = await host.OfferAsync("narrow-2");
        (await host.ActAsync(accepted, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""")).Expect(200);
        await RecordAsync(host, accepted);

        Assert.Equal([offered], await IdsAsync(host, "state=Offered"));
        Assert.Equal([offered], await IdsAsync(host, "state=offered"));
        Assert.Equal([accepted], await IdsAsync(host, $"owner={ApiHost.Rep}"));
        Assert.Equal([offered], await IdsAsync(host, "due=2026-11-16T18:00:00%2B09:00"));
        Assert.Equal([offered], await IdsAsync(host, "due=2026-11-16T18:00:00+09:00"));
        Assert.Empty(await IdsAsync(host, "due=2026-11-16T01:30:00Z"));
        Assert.Equal(2, (await IdsAsync(host, "")).Count);
    }

    [Theory]
    [InlineData("state=Gone", "state: one of Returned, Offered")]
    [InlineData("state=1", "state: one of Returned, Offered")]
    [InlineData("state=Won&state=Lost", "state: one of Returned, Offered")]
    [InlineData("owner=me", "owner: an e-mail address")]
    [InlineData("due=tomorrow", "due: an ISO 8601 time")]
    [InlineData("limit=0", "limit: a whole number from 1 to 200")]
    [InlineData("limit=201", "limit: a whole number from 1 to 200")]
    [InlineData("cursor=%7C%7C", "cursor: the 'next' of the page before")]
    [InlineData("cursor=YQ", "cursor: the 'next' of the page before")]
    [InlineData("stat=Won", "stat: one of state, owner, due, limit, cursor")]
    public async Task A_wrong_parameter_is_refused_by_its_rule(string query, string error)
    {
        await using var host = await ApiHost.StartAsync();

        Assert.StartsWith(error, Assert.Single((await host.GetAsync($"/api/handoffs?{query}")).Expect(400).Errors()), StringComparison.Ordinal);
    }

    private static async Task<List<string>> IdsAsync(ApiHost host, string query) =>
        [.. (await host.GetAsync($"/api/handoffs?{query}")).Expect(200).Json.GetProperty("handoffs").EnumerateArray().Select(h => h.GetProperty("id").GetString()!)];

    private static async Task<string> RecordedAsync(ApiHost host, string externalId)
    {
        var handoff = await host.OfferAsync(externalId);
        await RecordAsync(host, handoff);
        return handoff;
    }

    // What the outbox does after a commit.
    private static async Task RecordAsync(ApiHost host, string handoff)
    {
        var stored = await host.Services.GetRequiredService<IHandoffStore>().LoadAsync(new HandoffId(handoff), default);
        await host.Services.GetRequiredService<IFacts>().PutAsync(FactOf.Handoff(stored!.Handoff, host.Services.GetRequiredService<Terms>()), default);
    }
}
