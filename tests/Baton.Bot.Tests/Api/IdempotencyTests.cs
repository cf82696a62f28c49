using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public class IdempotencyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Header = "Idempotency-Key";

    private ApiHost Host => api.Host;

    [Fact]
    public async Task The_same_key_with_the_same_body_is_answered_the_same_again()
    {
        var first = (await Host.PostAsync("/api/leads", ALead.Json("key-1"), (Header, "k1"))).Expect(202);
        var second = (await Host.PostAsync("/api/leads", ALead.Json("key-1"), (Header, "k1"))).Expect(202);

        Assert.Equal(first.Body, second.Body);
        Assert.False(second.Result().GetProperty("repeated").GetBoolean());
        Assert.Equal(first.ContentType, second.ContentType);
    }

    [Fact]
    public async Task A_refusal_is_answered_the_same_again_too()
    {
        var first = (await Host.PostAsync("/api/leads", ALead.Json("key-2", "x"), (Header, "k2"))).Expect(400);
        var second = (await Host.PostAsync("/api/leads", ALead.Json("key-2", "x"), (Header, "k2"))).Expect(400);

        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_nothing_is_taken()
    {
        (await Host.PostAsync("/api/leads", ALead.Json("key-3"), (Header, "k3"))).Expect(202);

        Assert.Equal("keyReused", (await Host.PostAsync("/api/leads", ALead.Json("key-4"), (Header, "k3"))).Expect(422).Text("code"));
        Assert.False((await Host.PostAsync("/api/leads", ALead.Json("key-4"))).Expect(202).Result().GetProperty("repeated").GetBoolean());
    }

    [Fact]
    public async Task Many_at_once_with_one_key_get_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Host.PostAsync("/api/leads", ALead.Json("key-5"), (Header, "k5"))));

        Assert.Single(answers.Select(a => a.Expect(202).Body).Distinct());
    }

    [Fact]
    public async Task Two_bodies_at_once_with_one_key_have_one_winner()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => Host.PostAsync("/api/leads", ALead.Json($"key-6-{n}"), (Header, "k6"))));

        Assert.Equal(202, Assert.Single(answers, a => a.Status != 422).Status);
    }

    [Fact]
    public async Task After_a_failure_of_the_store_the_same_key_is_worked_on_again()
    {
        await using var host = await ApiHost.StartAsync();
        host.Engine.FailFrom("handoffs", 1);
        (await host.PostAsync("/api/leads", ALead.Json("key-7"), (Header, "k7"))).Expect(503);
        host.Engine.BeforeCommit = _ => Task.CompletedTask;

        Assert.Equal("offered", (await host.PostAsync("/api/leads", ALead.Json("key-7"), (Header, "k7"))).Expect(202).Result().GetProperty("result").GetString());
    }

    [Fact]
    public async Task Callers_cannot_meet_on_one_key()
    {
        await using var host = await ApiHost.StartAsync(new() { ["Api:Keys:one"] = "0123456789abcdef-1", ["Api:Keys:two"] = "0123456789abcdef-2" });

        (await host.PostAsync("/api/leads", ALead.Json("key-8"), (Header, "k8"), ("X-Api-Key", "0123456789abcdef-1"))).Expect(202);
        (await host.PostAsync("/api/leads", ALead.Json("key-9"), (Header, "k8"), ("X-Api-Key", "0123456789abcdef-2"))).Expect(202);
    }

    [Theory]
    [InlineData("a/b\\c#d?e|f%~")]
    [InlineData("!keys")]
    [InlineData("x")]
    public async Task Any_characters_make_a_key(string key)
    {
        var first = (await Host.PostAsync("/api/leads", ALead.Json($"any-{key.Length}"), (Header, key))).Expect(202);

        Assert.Equal(first.Body, (await Host.PostAsync("/api/leads", ALead.Json($"any-{key.Length}"), (Header, key))).Expect(202).Body);
    }

    [Fact]
    public async Task A_key_of_255_characters_is_taken_and_a_longer_or_empty_one_is_refused()
    {
        (await Host.PostAsync("/api/leads", ALead.Json("key-10"), (Header, new string('k', 255)))).Expect(202);
        Assert.StartsWith("Idempotency-Key: 1 to 255", Assert.Single((await Host.PostAsync("/api/leads", ALead.Json("key-11"), (Header, new string('k', 256)))).Expect(400).Errors()), StringComparison.Ordinal);
        (await Host.PostAsync("/api/leads", ALead.Json("key-11"), (Header, ""))).Expect(400);
    }

    [Fact]
    public async Task An_answer_too_large_to_be_kept_is_worked_out_again()
    {
        var wrong = $$"""{ "qualifiedAt": "{{new string('x', 80)}}", "score": "{{new string('x', 80)}}", "owner": "{{new string('x', 80)}}", "qualified": "x" }""";
        var leads = ALead.List(Enumerable.Repeat(wrong, 1_000));

        var first = (await Host.PostAsync("/api/leads", leads, (Header, "k13"))).Expect(400);

        Assert.True(first.Body.Length > TableIdempotencyKeys.MaxAnswerBytes);
        Assert.Equal(first.Body, (await Host.PostAsync("/api/leads", leads, (Header, "k13"))).Expect(400).Body);
        (await Host.PostAsync("/api/leads", ALead.Json("key-13"), (Header, "k13"))).Expect(422);
    }

    [Fact]
    public async Task The_sweep_forgets_a_key_after_thirty_days_and_then_it_may_be_used_anew()
    {
        await using var host = await ApiHost.StartAsync();
        (await host.PostAsync("/api/leads", ALead.Json("key-20"), (Header, "k20"))).Expect(202);
        host.Clock.Advance(TimeSpan.FromDays(29));
        (await host.PostAsync("/api/leads", ALead.Json("key-21"), (Header, "k20"))).Expect(422);
        host.Clock.Advance(TimeSpan.FromDays(2));

        await host.Services.GetRequiredService<ShardLeases>().BeatAsync(default);
        using var sweeper = ActivatorUtilities.CreateInstance<Sweeper>(host.Services);
        await sweeper.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var answer = await host.PostAsync("/api/leads", ALead.Json("key-21"), (Header, "k20"));
        while (answer.Status == 422 && !patience.IsCancellationRequested)
        {
            answer = await host.PostAsync("/api/leads", ALead.Json("key-21"), (Header, "k20"));
        }

        await sweeper.StopAsync(default);
        answer.Expect(202);
    }

    [Fact]
    public async Task A_source_named_like_the_keys_does_not_meet_them()
    {
        (await Host.PostAsync("/api/leads", ALead.Json("request"), (Header, "k12"))).Expect(202);

        var lead = ALead.Json("request").Replace("\"web\"", "\"!keys|local:k12\"", StringComparison.Ordinal);
        Assert.False((await Host.PostAsync("/api/leads", lead)).Expect(202).Result().GetProperty("repeated").GetBoolean());
    }
}
