using System.Net;
using Baton.Bot.Api;
using Baton.Bot.Tests.Api.Hosting;

namespace Baton.Bot.Tests.Api;

public class KeyTests
{
    private const string Right = "a-right-key-of-enough-length";
    private const string Other = "another-key-of-enough-length";

    private static readonly Dictionary<string, string?> Keys = new() { ["Api:Keys:hubspot"] = Right, ["Api:Keys:crm"] = Other };

    [Theory]
    [InlineData("/api/leads")]
    [InlineData("/api/leads/import")]
    [InlineData("/api/outcomes")]
    [InlineData("/api/handoffs/0123456789abcdef/actions")]
    [InlineData("/api/funnel")]
    [InlineData("/api/nowhere")]
    public async Task Nobody_gets_past_without_a_right_key(string route)
    {
        await using var host = await ApiHost.StartAsync(Keys);
        (string, string)[][] attempts =
        [
            [], [("X-Api-Key", "")], [("X-Api-Key", Right[1..])], [("X-Api-Key", Right + "x")], [("X-Api-Key", Right.ToUpperInvariant())],
            [("X-Api-Key", new string('x', 2_000))], [("Authorization", "Bearer wrong")], [("Authorization", $"Basic {Right}")], [("Authorization", Right)],
        ];

        var answers = new List<Answer>();
        foreach (var attempt in attempts)
        {
            answers.Add((await host.PostAsync(route, "{}", attempt)).Expect(401));
        }

        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.All(answers, a => Assert.StartsWith("Bearer", a.Headers["WWW-Authenticate"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Api-Key", Right)]
    [InlineData("X-Api-Key", Other)]
    [InlineData("Authorization", "Bearer " + Right)]
    [InlineData("Authorization", "bearer " + Other)]
    public async Task Each_right_key_opens_in_either_header_from_anywhere(string header, string value)
    {
        await using var host = await ApiHost.StartAsync(Keys);
        host.Remote = IPAddress.Parse("203.0.113.7");

        (await host.PostAsync("/api/leads", ALead.Json("one"), (header, value))).Expect(202);
    }

    [Fact]
    public async Task Who_sent_a_lead_is_in_its_timeline_by_the_name_of_the_key()
    {
        await using var host = await ApiHost.StartAsync(Keys);
        var lead = (await host.PostAsync("/api/leads", ALead.Json("one"), ("X-Api-Key", Other))).Expect(202);

        var view = await host.GetAsync($"/api/handoffs/{lead.Result().GetProperty("handoff").GetString()}", ("X-Api-Key", Right));

        Assert.Equal("crm@api.baton.invalid", view.Expect(200).Json.GetProperty("timeline")[0].GetProperty("by").GetString());
    }

    [Fact]
    public async Task Without_keys_only_this_machine_may_call()
    {
        await using var host = await ApiHost.StartAsync();
        (await host.GetAsync("/api/handoffs")).Expect(200);

        host.Remote = IPAddress.Parse("192.0.2.1");
        (await host.GetAsync("/api/handoffs")).Expect(401);
        host.Remote = IPAddress.Parse("::ffff:127.0.0.1");
        (await host.GetAsync("/api/handoffs")).Expect(200);
        host.Remote = IPAddress.IPv6Loopback;
        (await host.GetAsync("/api/handoffs")).Expect(200);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Host", "rebound.evil.example")]
    public async Task Without_keys_a_stranger_cannot_come_through_a_proxy_or_a_browser(string header, string value)
    {
        await using var host = await ApiHost.StartAsync();

        (await host.GetAsync("/api/handoffs", (header, value))).Expect(401);
    }

    [Fact]
    public async Task A_platforms_own_route_under_the_same_path_has_its_own_check()
    {
        await using var host = await ApiHost.StartAsync(Keys);

        (await host.PostAsync("/api/messages", "{}")).Expect(200);
    }

    [Fact]
    public async Task Refused_calls_are_counted_in_the_log_once_a_minute_and_without_the_key()
    {
        await using var host = await ApiHost.StartAsync(Keys);
        for (var i = 0; i < 5; i++)
        {
            await host.PostAsync("/api/leads", "{}", ("X-Api-Key", "guess-0123456789"));
        }

        host.Clock.Advance(FailedAttempts.Between);
        await host.PostAsync("/api/leads", "{}", ("X-Api-Key", "guess-0123456789"));

        var said = host.Log.Of(nameof(FailedAttempts)).ToList();
        Assert.StartsWith("1 calls", said[0], StringComparison.Ordinal);
        Assert.StartsWith("5 calls", said[1], StringComparison.Ordinal);
        Assert.Equal(2, said.Count);
        Assert.DoesNotContain(host.Log.Lines, l => l.Text.Contains("guess-", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_that_could_be_guessed_or_confused_stop_the_start_and_are_not_repeated()
    {
        var options = new ApiOptions { Keys = { ["short"] = "0123456789abcde", ["blank"] = "0123456789 abcdef", ["a b"] = Right, ["twin"] = Right } };

        var wrong = options.Validate().ToList();

        Assert.Equal(4, wrong.Count);
        Assert.Contains(wrong, w => w.StartsWith("Api:Keys:short has 15 characters, but must be at least 16", StringComparison.Ordinal));
        Assert.DoesNotContain(wrong, w => w.Contains("0123", StringComparison.Ordinal) || w.Contains(Right, StringComparison.Ordinal));
        Assert.Empty(new ApiOptions { Keys = { ["hubspot"] = "0123456789abcdef" } }.Validate());
    }
}
