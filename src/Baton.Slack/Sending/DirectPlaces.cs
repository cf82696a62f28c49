using System.Text.Json.Nodes;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Slack.Api;
using Baton.Slack.People;
using Baton.Wire;

namespace Baton.Slack.Sending;

/// <summary>The conversations with single people. Each keeps its id for ever, so that it is asked for once a day only.</summary>
public sealed class DirectPlaces(SlackClient client, SlackPeople people, TimeProvider time)
{
    private static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(12);

    private readonly Remembered<string, string> conversations = new(TimeSpan.FromDays(1), TimeSpan.FromMinutes(1), time);

    /// <summary>Where somebody is reached; null when Slack knows nobody active of that address, or nobody that Baton may write to.</summary>
    /// <exception cref="SlackUnavailableException">Slack does not say now.</exception>
    public async Task<Place?> OfAsync(EmailAddress person, CancellationToken cancellation) =>
        await people.OfEmailAsync(person, cancellation) is { Deleted: false, Bot: false } user
        && await conversations.GetAsync(user.Id, OpenAsync, cancellation) is { } conversation
            ? new Place(SlackPlatform.PlatformName, conversation)
            : null;

    private async Task<string?> OpenAsync(string user)
    {
        using var limit = new CancellationTokenSource(AskLimit, time);
        try
        {
            var answer = await client.AskAsync(SlackMethod.ConversationsOpen, new JsonObject { ["users"] = user }, refused => refused.Error == SlackError.Gone, time, limit.Token);
            return answer is { Body: var body } && body.TryGet("channel", out var channel) ? channel.Text("id") : null;
        }
        catch (OperationCanceledException)
        {
            throw new SlackUnavailableException($"{SlackMethod.ConversationsOpen} got no answer within {AskLimit.TotalSeconds:0} s.");
        }
    }
}
