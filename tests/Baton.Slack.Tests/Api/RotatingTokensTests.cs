using System.Text.Json.Nodes;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.Api;

/// <summary>Tokens that expire, against a server that takes each refresh token once.</summary>
public sealed class RotatingTokensTests : IAsyncLifetime
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly Grants grants = new();
    private RawServer server = null!;
    private SlackParts parts = null!;
    private int generation;
    private string? trouble;

    public Task InitializeAsync()
    {
        server = RawServer.Json(Answer);
        parts = Parts();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await parts.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_configured_token_is_renewed_at_once_and_then_an_hour_before_it_expires()
    {
        Assert.Equal("xoxe.xoxb-1", await TokenAsync());
        clock.Advance(TimeSpan.FromHours(10.9));
        Assert.Equal("xoxe.xoxb-1", await TokenAsync());
        clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal("xoxe.xoxb-2", await TokenAsync());
        Assert.Equal("xoxe-2", grants.Kept!.RefreshToken);
        Assert.Contains("\r\nAuthorization: Basic MTIzLjQ1NjpoaWRkZW4=\r\n", server.Requests.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_who_call_at_once_renew_once()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TokenAsync()));
        Assert.All(tokens, token => Assert.Equal("xoxe.xoxb-1", token));
        Assert.Equal(1, generation);
    }

    [Fact]
    public async Task What_another_process_renewed_counts()
    {
        await TokenAsync();
        await using var other = Parts();
        clock.Advance(TimeSpan.FromHours(11.5));
        Assert.Equal("xoxe.xoxb-2", await other.Get<ISlackTokens>().TokenAsync(SlackTokenKind.Bot, null, default));
        Assert.Equal("xoxe.xoxb-2", await TokenAsync());
        Assert.Equal(2, generation);
    }

    [Fact]
    public async Task What_could_not_be_kept_is_not_used_and_not_lost()
    {
        grants.IsDown = true;
        var answer = await parts.Client.CallAsync(SlackMethod.AuthTest, [], default);
        Assert.IsType<SlackAnswer.NotSent>(answer);
        grants.IsDown = false;
        grants.FailsToKeep = true;
        Assert.IsType<SlackAnswer.NotSent>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default));
        Assert.DoesNotContain(server.Requests, request => request.Contains("auth.test", StringComparison.Ordinal));
        grants.FailsToKeep = false;
        Assert.IsType<SlackAnswer.Ok>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default));
        Assert.Equal(("xoxe-1", 1), (grants.Kept!.RefreshToken, generation));
    }

    [Fact]
    public async Task While_renewing_fails_the_old_token_serves_until_it_expires()
    {
        await TokenAsync();
        trouble = "internal_error";
        clock.Advance(TimeSpan.FromHours(11.5));
        Assert.Equal("xoxe.xoxb-1", await TokenAsync());
        Assert.Equal("xoxe.xoxb-1", await TokenAsync());
        Assert.Equal(2, server.Requests.Count);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<SlackAnswer.NotSent>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default));
        trouble = "invalid_refresh_token";
        Assert.IsType<SlackAnswer.NotSent>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default));
        Assert.Equal("invalid_refresh_token", Assert.IsType<SlackAnswer.Refused>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default)).Code);
        trouble = null;
        Assert.Equal("xoxe.xoxb-2", await TokenAsync());
    }

    [Fact]
    public async Task A_token_that_Slack_refuses_is_renewed_and_the_call_made_again()
    {
        await TokenAsync();
        grants.Kept = grants.Kept! with { AccessToken = "xoxe.xoxb-1" };
        expired = "xoxe.xoxb-1";
        Assert.IsType<SlackAnswer.Ok>(await parts.Client.CallAsync(SlackMethod.AuthTest, [], default));
        Assert.Equal(2, generation);
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        await While_renewing_fails_the_old_token_serves_until_it_expires();
        Assert.NotEmpty(parts.Logs.All);
        Assert.DoesNotContain(parts.Logs.All, line => line.Contains("xox", StringComparison.Ordinal) || line.Contains("hidden", StringComparison.Ordinal));
        Assert.DoesNotContain("xox", grants.Kept!.ToString(), StringComparison.Ordinal);
    }

    private string? expired;

    private string Answer(string request)
    {
        if (!request.StartsWith("POST /api/oauth.v2.access ", StringComparison.Ordinal))
        {
            return expired is { } token && request.Contains($"Bearer {token}\r\n", StringComparison.Ordinal) ? """{"ok":false,"error":"token_expired"}""" : """{"ok":true}""";
        }

        if (trouble is { } code || !request.EndsWith($"grant_type=refresh_token&refresh_token=xoxe-{generation}", StringComparison.Ordinal))
        {
            return new JsonObject { ["ok"] = false, ["error"] = trouble ?? "invalid_refresh_token" }.ToJsonString();
        }

        generation++;
        return new JsonObject { ["ok"] = true, ["access_token"] = $"xoxe.xoxb-{generation}", ["refresh_token"] = $"xoxe-{generation}", ["expires_in"] = 43_200 }.ToJsonString();
    }

    private async Task<string> TokenAsync() => await parts.Get<ISlackTokens>().TokenAsync(SlackTokenKind.Bot, null, default);

    private SlackParts Parts()
    {
        var options = new SlackOptions { BotToken = "xoxe.xoxb-0", RefreshToken = "xoxe-0", ClientId = "123.456", ClientSecret = "hidden", ApiUrl = server.Api.AbsoluteUri };
        return SlackParts.Of(options, null, services => services
            .AddSingleton<ISlackGrants>(grants)
            .AddSingleton<ISlackTokens>(s => new RotatingTokens(s.GetRequiredService<SlackOAuth>(), grants, options, clock, s.GetRequiredService<ILogger<RotatingTokens>>())));
    }

    private sealed class Grants : ISlackGrants
    {
        public SlackGrant? Kept { get; set; }

        public bool IsDown { get; set; }

        public bool FailsToKeep { get; set; }

        public Task<SlackGrant?> ReadAsync(CancellationToken cancellation) => IsDown ? throw new IOException("The store is down.") : Task.FromResult(Kept);

        public Task<bool> ReplaceAsync(SlackGrant? current, SlackGrant next, CancellationToken cancellation)
        {
            if (FailsToKeep || IsDown) throw new IOException("The store is down.");
            if (Kept != current) return Task.FromResult(false);
            Kept = next;
            return Task.FromResult(true);
        }
    }
}
