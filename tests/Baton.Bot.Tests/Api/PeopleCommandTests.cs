using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Web.Console.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public sealed class PeopleCommandTests : IAsyncLifetime
{
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Everybody_can_be_away_and_come_back()
    {
        var away = await AskAsync("away until 2026-11-20", ApiHost.Rep);
        Assert.Contains("Robin is away and back on 2026-11-20. Reminders wait until then.", away, StringComparison.Ordinal);
        Assert.Contains("goes back to the pool, because the absence is longer than 2 days.", away, StringComparison.Ordinal);
        Assert.Contains("until", await AskAsync("settings", ApiHost.Rep), StringComparison.Ordinal);

        Assert.Contains("Robin is back.", await AskAsync("back", ApiHost.Rep), StringComparison.Ordinal);
        Assert.Contains("Robin is not away.", await AskAsync("back", ApiHost.Rep), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_tells_of_others_in_either_language_and_a_short_absence_hands_nothing_back()
    {
        var answer = await AskAsync("不在 @蓮 2026年11月18日まで", ApiHost.Manager);

        Assert.Contains("蓮 is away and back on 2026-11-18.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("pool", answer, StringComparison.Ordinal);
        Assert.Contains("蓮さんが復帰しました。", await AskAsync("復帰", ApiHost.Ren), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("away @kim until 2026-11-20", ApiHost.Rep, "Only a manager can do that.")]
    [InlineData("不在 @kim 2026-11-20まで", ApiHost.Ren, "マネージャー")]
    [InlineData("away @nobody until 2026-11-20", ApiHost.Manager, "nobody")]
    [InlineData("back @nobody", ApiHost.Manager, "nobody")]
    [InlineData("away until 2026-11-16", ApiHost.Rep, "Choose a day from 2026-11-17 to 2027-11-17.")]
    [InlineData("away until 2027-11-18", ApiHost.Rep, "Choose a day from 2026-11-17 to 2027-11-17.")]
    [InlineData("away @rep", ApiHost.Manager, "away [@rep] until <date>")]
    [InlineData("復帰", ApiHost.Ren, "不在になっていません")]
    [InlineData("suggest Acme", ApiHost.Rep, "suggest <company> <why>")]
    [InlineData("pause \"Acme Corp\"", ApiHost.Rep, "A reason is needed: write why the clocks stop. For example: /funnel pause \"Acme Corp\" asked to call in May")]
    [InlineData("一時停止 西日本建材", ApiHost.Ren, "理由が必要です。")]
    public async Task What_cannot_be_done_is_refused_with_the_reason(string text, string actor, string why)
    {
        Assert.Contains(why, await AskAsync(text, actor), StringComparison.Ordinal);
        Assert.Empty(await host.Services.GetRequiredService<IPeopleStore>().AllAsync(default));
    }

    [Fact]
    public async Task An_assignment_to_somebody_who_is_away_is_refused_with_the_day_of_return()
    {
        var id = await host.OfferAsync("1");
        await AskAsync("away @robin until 2026-11-20", ApiHost.Manager);

        var answer = await host.ActAsync(id, $$"""{ "action": "assign", "actor": "{{ApiHost.Manager}}", "to": "{{ApiHost.Rep}}" }""");

        Assert.Contains("Robin is away and back on 2026-11-20.", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_tell_what_applies_and_managers_the_policies_too()
    {
        var own = await AskAsync("設定", ApiHost.Ren);
        Assert.All(["蓮", "営業担当", "sales", "日本語", "Asia/Tokyo", "business"], word => Assert.Contains(word, own, StringComparison.Ordinal));
        Assert.DoesNotContain("現在の運用ルール", own, StringComparison.Ordinal);

        var manager = await AskAsync("settings", ApiHost.Manager);
        Assert.All(["Policies in force", "4 h 0 min on the calendar business; nudges at 50%, 80%, 100%, 150%", "30 min", "when it is longer than 2 days"], word => Assert.Contains(word, manager, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suggestion_becomes_a_thread_in_marketings_channel_once_and_is_counted()
    {
        Assert.Contains("goes to marketing", await AskAsync("suggest \"Acme Corp\" met at the expo", ApiHost.Rep), StringComparison.Ordinal);
        var agenda = host.Services.GetRequiredService<IAgenda>();
        for (var shard = 0; shard < agenda.Shards; shard++)
        {
            foreach (var wake in (await agenda.DueAsync(shard, HouseRules.Monday.AddHours(1), 100, default)).Where(w => w.Kind == WakeKind.Suggestion))
            {
                await host.Services.GetRequiredService<SuggestionDesk>().RunAsync(wake.Id, [wake], default);
            }
        }

        var messages = await host.Services.GetRequiredService<IConsoleMessages>().ListAsync(Place.Parse("console:marketing"), null, 10, default);
        Assert.Contains("Acme Corp", System.Text.Json.JsonSerializer.Serialize(Assert.Single(messages)), StringComparison.Ordinal);
        Assert.Matches(@"Suggestions from sales\D*1", await AskAsync("digest preview", ApiHost.Manager));
    }

    [Fact]
    public async Task A_suggestion_that_is_too_long_is_refused() =>
        Assert.Contains("at most 200 characters", await AskAsync($"suggest {new string('x', 201)} why", ApiHost.Rep), StringComparison.Ordinal);

    private async Task<string> AskAsync(string text, string actor) =>
        (await host.PostAsync("/api/funnel", $$"""{ "text": {{System.Text.Json.JsonSerializer.Serialize(text)}}, "actor": "{{actor}}" }""")).Expect(200).Text("text")!;
}
