using System.Globalization;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Delivery;

namespace Baton.Slack.Tests.StandIn;

public sealed class SlackSignerTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    [Fact]
    public void The_example_of_Slacks_own_page_has_the_signature_that_the_page_says()
    {
        const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackSigner.Sign(Secret, "1531420618", Body));
    }

    [Fact]
    public async Task Whatever_people_do_comes_signed_over_its_raw_body()
    {
        await using var app = await RawApp.StartAsync();
        await using var slack = await StrictSlack.StartAsync();
        slack.Delivery.App = app.Address;
        var user = slack.AddUser("Aoi", "aoi@sales.example");
        var channel = slack.AddChannel("sales");

        await slack.CommandAsync(user, channel, "/funnel", "今週 & more");
        await slack.WriteAsync(user, channel, "こんにちは");
        slack.Delivery.SignedAgo = TimeSpan.FromMinutes(6);
        await slack.WriteAsync(user, channel, "late");

        var heard = app.Heard.ToList();
        Assert.Equal(["/slack/commands", "/slack/events", "/slack/events"], heard.Select(h => h.Path));
        Assert.All(heard, h => Assert.Equal(SlackSigner.Sign(slack.Settings.SigningSecret, h.Headers["x-slack-request-timestamp"], h.Body), h.Headers["x-slack-signature"]));
        Assert.InRange(Seconds(heard[0]) - Seconds(heard[2]), 350, 361);
    }

    private static long Seconds(RawApp.Told told) => long.Parse(told.Headers["x-slack-request-timestamp"], CultureInfo.InvariantCulture);
}
