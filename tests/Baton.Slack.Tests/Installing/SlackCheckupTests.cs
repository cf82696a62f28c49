using Baton.Slack.Api;
using Baton.Slack.Installing;
using Baton.Slack.StandIn;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Installing;

public sealed class SlackCheckupTests
{
    [Fact]
    public async Task An_installation_that_is_right_is_said_to_be()
    {
        await using var slack = await StrictSlack.StartAsync();
        var sales = slack.AddChannel("sales");

        Assert.All(await LookAsync(slack, sales.Id), finding => Assert.True(finding.Fine, finding.Text));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_with_what_to_click()
    {
        await using var slack = await StrictSlack.StartAsync();
        var archived = slack.AddChannel("old", c => c with { Archived = true });
        var foreign = slack.AddChannel("sales", c => c with { BotIsIn = false });
        slack.Grant("users:read.email", false);

        var wrong = (await LookAsync(slack, archived.Id, foreign.Id, "C0NOWHERE")).Where(f => !f.Fine).Select(f => f.Text).ToList();

        Assert.Contains(wrong, text => text.Contains("users:read.email", StringComparison.Ordinal) && text.Contains("OAuth & Permissions", StringComparison.Ordinal));
        Assert.Contains(wrong, text => text.Contains("#old", StringComparison.Ordinal) && text.Contains("Unarchive", StringComparison.Ordinal));
        Assert.Contains(wrong, text => text.Contains("#sales", StringComparison.Ordinal) && text.Contains("/invite @Baton", StringComparison.Ordinal));
        Assert.Contains(wrong, text => text.Contains("C0NOWHERE", StringComparison.Ordinal) && text.Contains("channel_not_found", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_does_not_count_is_all_that_is_said()
    {
        await using var slack = await StrictSlack.StartAsync();
        slack.KillTokens();

        var finding = Assert.Single(await LookAsync(slack, "C0NOWHERE"));

        Assert.False(finding.Fine);
        Assert.Contains("token_revoked", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(slack.Settings.BotToken, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Socket_Mode_a_socket_is_asked_for()
    {
        await using var slack = await StrictSlack.StartAsync(new StrictSlackSettings { SocketMode = true });

        Assert.Contains(await LookAsync(slack), f => f.Fine && f.Text.StartsWith("Socket Mode", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<SlackFinding>> LookAsync(StrictSlack slack, params string[] channels)
    {
        var options = new SlackOptions
        {
            BotToken = slack.Settings.BotToken,
            AppToken = slack.Settings.SocketMode ? slack.Settings.AppToken : "",
            SigningSecrets = { slack.Settings.SigningSecret },
            ApiUrl = slack.ApiUrl.ToString(),
        };
        await using var services = new ServiceCollection().AddLogging().AddSlack(options).BuildServiceProvider();
        return await new SlackCheckup(services.GetRequiredService<SlackClient>(), options).RunAsync(channels, default);
    }
}
