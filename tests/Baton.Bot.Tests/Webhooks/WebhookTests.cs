using System.Security.Cryptography;
using System.Text.Json;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Webhooks;

/// <summary>The product's own composition and workers, a real store, and a receiver behind real HTTP; only the outbox's clock is the test's.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private HookReceiver crm = null!;

    private string Secret => "whsec_" + Convert.ToBase64String(key);

    public async Task InitializeAsync() => crm = await HookReceiver.StartAsync(key);

    public async Task DisposeAsync() => await crm.DisposeAsync();

    [Fact]
    public async Task What_happens_to_a_handoff_is_told_signed_and_with_what_a_crm_knows_the_lead_by()
    {
        await using var host = await StartAsync();
        var id = await host.OfferAsync("51000001", "sasaki@buyer.example");
        await DeliverAsync(host, id);
        var offered = await crm.NextAsync();
        (await host.ActAsync(id, $$"""{"action":"reject","actor":"{{ApiHost.Rep}}","reason":"too_small","comment":"Two <people>"}""")).Expect(200);
        await DeliverAsync(host, id);
        var rejected = await crm.NextAsync();

        Assert.True(offered.IsRight && rejected.IsRight);
        Assert.Equal(("handoff.offered", $"{id}-000001-hook-crm"), (offered.Type, offered.Id));
        Assert.Equal((id, "Offered", "51000001", "web", "sasaki@buyer.example", "西日本建材株式会社"), (
            offered.Data.GetProperty("id").GetString(), offered.Data.GetProperty("state").GetString(), Lead(offered).GetProperty("externalId").GetString(),
            Lead(offered).GetProperty("source").GetString(), Lead(offered).GetProperty("contact").GetProperty("email").GetString(), Lead(offered).GetProperty("company").GetProperty("name").GetString()));
        Assert.Equal("handoff.rejected", rejected.Type);
        Assert.Equal(("too_small", "Two <people>", ApiHost.Rep), (Text(rejected.Data, "reason", "code"), Text(rejected.Data, "reason", "comment"), Text(rejected.Data, "reason", "by")));
        Assert.True(rejected.Data.GetProperty("version").GetInt32() > offered.Data.GetProperty("version").GetInt32());
        Assert.Equal(HouseRules.Monday, rejected.Body.GetProperty("timestamp").GetDateTimeOffset());
        Assert.True(crm.IsQuiet);
    }

    [Fact]
    public async Task What_was_not_taken_is_sent_again_with_the_same_id_and_body()
    {
        crm.Answer = (http, before) =>
        {
            http.Response.StatusCode = before == 0 ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
            return Task.CompletedTask;
        };
        await using var host = await StartAsync();
        var id = await host.OfferAsync("1");
        await DeliverAsync(host, id);
        var first = await crm.NextAsync();
        await UntilAsync(host, id, waits => waits is [{ Error: "It answered 500." }]);

        host.Clock.Advance(TimeSpan.FromSeconds(3));
        await DeliverAsync(host, id);
        var second = await crm.NextAsync();

        Assert.Equal((first.Id, first.Body.GetRawText()), (second.Id, second.Body.GetRawText()));
        await UntilAsync(host, id, waits => waits.Count == 0);
    }

    [Fact]
    public async Task One_that_never_answers_holds_up_no_card()
    {
        var never = new TaskCompletionSource();
        crm.Answer = async (http, _) => await never.Task.WaitAsync(http.RequestAborted);
        await using var host = await StartAsync();
        foreach (var n in Enumerable.Range(1, 2 * HookWorker.AtOnce))
        {
            var id = await host.OfferAsync($"{n}");
            await DeliverAsync(host, id);
            Assert.NotEqual(JsonValueKind.Undefined, (await host.GetAsync($"/api/handoffs/{id}")).Expect(200).Json.GetProperty("milestones").GetProperty("cardVisible").ValueKind);
        }

        never.SetResult();
    }

    [Fact]
    public async Task One_that_answers_gone_is_left_alone_and_told_to_operators()
    {
        crm.Answer = (http, _) =>
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        };
        await using var host = await StartAsync();
        var id = await host.OfferAsync("1");
        await DeliverAsync(host, id);
        await crm.NextAsync();
        await UntilAsync(host, id, waits => waits is [{ Dead: true }]);
        await DeliverAsync(host, await host.OfferAsync("2"));

        var letters = (await host.GetAsync("/api/dead-letters")).Expect(200).Body;
        Assert.Contains("webhook:crm", letters, StringComparison.Ordinal);
        Assert.Contains("410", letters, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, letters, StringComparison.Ordinal);
        Assert.True(crm.IsQuiet);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        crm.Answer = (http, _) =>
        {
            http.Response.Redirect("/elsewhere", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        };
        await using var host = await StartAsync();
        var id = await host.OfferAsync("1");
        await DeliverAsync(host, id);
        await crm.NextAsync();

        await UntilAsync(host, id, waits => waits is [{ Error: not null }]);
        Assert.Equal(1, crm.Count);
    }

    [Fact]
    public async Task While_a_secret_is_replaced_messages_are_signed_with_both()
    {
        await using var host = await StartAsync(new() { ["Webhooks:crm:Secrets:0"] = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), ["Webhooks:crm:Secrets:1"] = Secret });
        await DeliverAsync(host, await host.OfferAsync("1"));

        var told = await crm.NextAsync();

        Assert.True(told.IsRight);
        Assert.Equal(2, told.Signatures.Split(' ').Length);
    }

    [Fact]
    public async Task Only_what_is_wanted_is_told_and_nothing_is_written_for_the_rest()
    {
        await using var host = await StartAsync(new() { ["Webhooks:crm:Events:0"] = "handoff.accepted" });
        var id = await host.OfferAsync("1");
        Assert.DoesNotContain((await host.Services.GetRequiredService<Baton.Handoffs.Handoffs.Store.IHandoffStore>().OpenAsync(new HandoffId(id), default))!.Outbox, e => e.Effect is Baton.Handoffs.Handoffs.Effects.Effect.CallHook);
        await DeliverAsync(host, id);
        (await host.ActAsync(id, $$"""{"action":"accept","actor":"{{ApiHost.Rep}}"}""")).Expect(200);
        await DeliverAsync(host, id);

        Assert.Equal("handoff.accepted", (await crm.NextAsync()).Type);
        Assert.True(crm.IsQuiet);
    }

    private Task<ApiHost> StartAsync(Dictionary<string, string?>? more = null)
    {
        var rules = new Dictionary<string, string?> { ["Webhooks:crm:Url"] = crm.Url, ["Webhooks:crm:Secrets:0"] = Secret };
        foreach (var (name, value) in more ?? [])
        {
            rules[name] = value;
        }

        return ApiHost.StartAsync(rules, services => services.AddHostedService<HookWorker>());
    }

    private static Task DeliverAsync(ApiHost host, string handoff) => host.Services.GetRequiredService<Runner>().RunAsync(new HandoffId(handoff), [], default);

    // The worker records right after the answer; nothing signals that but the store.
    private static async Task UntilAsync(ApiHost host, string handoff, Func<IReadOnlyList<Baton.Handoffs.Handoffs.Store.OutboxEntry>, bool> holds)
    {
        var store = host.Services.GetRequiredService<Baton.Handoffs.Handoffs.Store.IHandoffStore>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!holds([.. (await store.OpenAsync(new HandoffId(handoff), limit.Token))!.Outbox.Where(e => e.Effect is Baton.Handoffs.Handoffs.Effects.Effect.CallHook)]))
        {
            await Task.Yield();
        }
    }

    private static JsonElement Lead(Received told) => told.Data.GetProperty("lead");

    private static string? Text(JsonElement data, string part, string name) => data.GetProperty(part).GetProperty(name).GetString();
}
