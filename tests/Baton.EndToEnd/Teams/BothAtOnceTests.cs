using Baton.EndToEnd.Slack;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Teams;

/// <summary>One handoff, whose card is in one chat platform and whose feedback is in the other.</summary>
public sealed class BothAtOnceTests
{
    private const string Why = "They only wanted a brochure.";
    private const string Answer = "The form now asks for the need.";

    [Fact]
    public async Task Sales_in_Teams_rejects_and_marketing_answers_in_Slack()
    {
        await using var both = await TwoPlatforms.StartAsync(salesInTeams: true);
        var handoff = await both.SendAsync("Bora Works");
        var card = await both.InTeamsAsync("Bora Works");

        await both.Teams.PressAsync(both.RepInTeams, card, "Send", new() { ["reject.reason"] = "low_intent", ["reject.comment"] = Why });
        await both.Slack.ReplyAsync(both.MarketerInSlack, await both.InSlackAsync(Why), Answer);

        await both.SaysAsync(handoff, Answer);
        Assert.DoesNotContain(both.Teams.Seen(both.TeamsChannel), m => m.Id != card.Id && m.CardText.Contains(Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sales_in_Slack_rejects_and_marketing_answers_in_Teams()
    {
        await using var both = await TwoPlatforms.StartAsync(salesInTeams: false);
        var handoff = await both.SendAsync("Bora Works");
        var card = await both.InSlackAsync("Bora Works");

        await both.Slack.PressAsync(both.RepInSlack, card, "reject");
        var form = await Processes.Until.SomeAsync("the form", () => Task.FromResult(both.Slack.OpenView(both.RepInSlack)));
        Assert.IsType<SubmitOutcome.Closed>(await both.Slack.SubmitAsync(form, new Dictionary<string, string> { [SlackCompany.Question("reason")] = "low_intent", [SlackCompany.Question("comment")] = Why }));
        var feedback = await both.InTeamsAsync(Why);
        await both.Teams.SayAsync(both.MarketerInTeams, both.TeamsChannel, Answer, feedback.RootId);

        await both.SaysAsync(handoff, Answer);
    }
}
