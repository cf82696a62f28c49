namespace Baton.Slack.Tests;

public sealed class SlackOptionsTests
{
    [Fact]
    public void Slack_is_off_until_it_has_a_token()
    {
        Assert.False(new SlackOptions().IsOn);
        Assert.True(new SlackOptions { BotToken = "xoxb-1" }.IsOn);
    }
}
