using System.Text.Json;
using Baton.Slack.StandIn;

namespace Baton.Slack.Tests.StandIn;

/// <summary>A workspace whose app rotates its tokens is as hard about them as Slack.</summary>
public sealed class RotationTests : IAsyncLifetime
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private StrictSlack slack = null!;
    private RawCaller caller = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync(new StrictSlackSettings { BotToken = "xoxe.xoxb-first", RefreshToken = "xoxe-first", RefreshGrace = TimeSpan.FromSeconds(30) });
        caller = new RawCaller(slack);
    }

    public async Task DisposeAsync()
    {
        caller.Dispose();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_a_moment_more()
    {
        var first = await RenewAsync("xoxe-first");
        Assert.True((await RenewAsync("xoxe-first")).GetProperty("ok").GetBoolean());
        slack.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("invalid_refresh_token", Error(await RenewAsync("xoxe-first")));
        Assert.True((await RenewAsync(first.GetProperty("refresh_token").GetString()!)).GetProperty("ok").GetBoolean());
        Assert.Equal("invalid_refresh_token", Error(await RenewAsync("xoxe-never")));
    }

    [Fact]
    public async Task Only_the_two_youngest_tokens_count()
    {
        var second = await RenewAsync("xoxe-first");
        Assert.Null(await WithAsync("xoxe.xoxb-first"));

        var third = await RenewAsync(second.GetProperty("refresh_token").GetString()!);

        Assert.Equal("token_revoked", await WithAsync("xoxe.xoxb-first"));
        Assert.Null(await WithAsync(second.GetProperty("access_token").GetString()!));
        Assert.Null(await WithAsync(third.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task A_token_expires_and_its_refresh_token_does_not()
    {
        slack.Advance(Life);
        Assert.Equal("token_expired", await WithAsync("xoxe.xoxb-first"));

        var next = await RenewAsync("xoxe-first");

        Assert.Equal(Life.TotalSeconds, next.GetProperty("expires_in").GetInt32());
        Assert.Null(await WithAsync(next.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task An_app_without_rotation_renews_nothing()
    {
        await using var plain = await StrictSlack.StartAsync();
        using var other = new RawCaller(plain);

        var answer = await other.FormAsync(
            "oauth.v2.access", ("grant_type", "refresh_token"), ("refresh_token", ""), ("client_id", plain.Settings.ClientId), ("client_secret", plain.Settings.ClientSecret));

        Assert.Equal("invalid_refresh_token", Error(answer));
    }

    private Task<JsonElement> RenewAsync(string refreshToken) => caller.FormAsync(
        "oauth.v2.access", ("grant_type", "refresh_token"), ("refresh_token", refreshToken), ("client_id", slack.Settings.ClientId), ("client_secret", slack.Settings.ClientSecret));

    private async Task<string?> WithAsync(string token)
    {
        caller.Token = token;
        return Error(await caller.FormAsync("auth.test"));
    }

    private static string? Error(JsonElement answer) => answer.TryGetProperty("error", out var error) ? error.GetString() : null;
}
