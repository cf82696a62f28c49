using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Slack.Api;
using Baton.Wire;

namespace Baton.Slack.Sending;

/// <summary>What an answer of Slack's means to the outbox.</summary>
internal static class SendResults
{
    /// <summary>The result of posting or updating.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="place">Where it was sent to. Slack's own word for that counts: a message to a person is in their conversation.</param>
    public static SendResult Of(SlackAnswer answer, Place place) => answer switch
    {
        SlackAnswer.Ok { Body: var body } => body.Text("ts") is { Length: > 0 } ts
            ? new SendResult.Sent(new MessageRef(place with { Id = body.Text("channel") ?? place.Id }, ts))
            : new SendResult.Uncertain("Slack took the message and did not say which it is."),
        SlackAnswer.RateLimited it => new SendResult.RetryAfter(it.Wait),
        SlackAnswer.NotSent it => new SendResult.Failed(it.Why),
        SlackAnswer.Uncertain it => new SendResult.Uncertain(it.Why),
        SlackAnswer.Refused it => Of(it, place),
        _ => throw new InvalidOperationException("An answer is one of the five above."),
    };

    private static SendResult Of(SlackAnswer.Refused refused, Place place)
    {
        var why = $"{place}: {refused.Detail} ({refused.Code})";
        return refused.Error switch
        {
            SlackError.Retry => new SendResult.Failed(why),
            SlackError.FixCredential => new SendResult.Unauthorized(why),
            SlackError.Gone => new SendResult.Gone(why),
            _ => new SendResult.Forbidden(why),
        };
    }
}
