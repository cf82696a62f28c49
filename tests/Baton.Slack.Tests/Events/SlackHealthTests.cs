using Baton.Slack.Api;
using Baton.Slack.Events;

namespace Baton.Slack.Tests.Events;

public sealed class SlackHealthTests
{
    private static readonly SlackAnswer Taken = new SlackAnswer.Ok(default);

    private readonly SlackHealth health = new();

    [Fact]
    public void A_token_that_is_taken_again_says_that_the_app_was_installed_again_whoever_did_it()
    {
        health.Uninstalled("removed");

        health.Called(new SlackAnswer.NotSent("No way out."), health.Calling());
        Assert.Equal("removed", health.Problem);

        health.Called(Taken, health.Calling());
        Assert.Null(health.Problem);
    }

    [Fact]
    public void A_call_that_was_on_its_way_when_the_app_was_removed_does_not_hide_the_removal()
    {
        var before = health.Calling();
        health.Uninstalled("removed");

        health.Called(Taken, before);

        Assert.Equal("removed", health.Problem);
    }

    [Fact]
    public void A_call_that_began_after_one_removal_does_not_hide_the_next()
    {
        health.Uninstalled("removed");
        var before = health.Calling();
        health.Uninstalled("removed");

        health.Called(Taken, before);

        Assert.Equal("removed", health.Problem);
    }
}
