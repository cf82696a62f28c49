using Baton.Handoffs.Chat;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Platform;

public sealed class ExplainTests
{
    [Fact]
    public async Task Who_reads_Japanese_is_told_so_why_Slack_was_not_reached()
    {
        await using var house = await SlackHouse.StartAsync();
        var slack = house.Services.GetServices<IChatPlatform>().Single(p => p.Name == SlackPlatform.PlatformName);

        Assert.Equal("接続に失敗しました (ConnectionRefused)（何も送信していません）。", slack.Explain("The connection failed (ConnectionRefused), before anything was sent.", "ja"));
    }
}
