using Baton.Handoffs.Chat;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;

namespace Baton.Teams.Sending;

/// <summary>What the connector's answers mean to those who asked.</summary>
internal static class Replies
{
    /// <summary>What it means to the outbox.</summary>
    /// <param name="reply">The answer, with the message's id.</param>
    /// <param name="place">Where it was sent to.</param>
    public static SendResult ToSendResult(this ConnectorReply<string> reply, Place place) => reply switch
    {
        ConnectorReply<string>.Done { Value: { Length: > 0 } id } => new SendResult.Sent(new MessageRef(place, id)),
        ConnectorReply<string>.Done => new SendResult.Uncertain("Teams took the message and did not say which it is."),
        ConnectorReply<string>.Throttled it => new SendResult.RetryAfter(it.Wait),
        ConnectorReply<string>.NotSent it => new SendResult.Failed(it.Why),
        ConnectorReply<string>.Uncertain it => new SendResult.Uncertain(it.Why),
        ConnectorReply<string>.Gone it => new SendResult.Gone($"{place}: {it.Why} ({it.Code})"),
        ConnectorReply<string>.Refused { IsCredential: true } it => new SendResult.Unauthorized($"{place}: {it.Why} ({it.Code})"),
        ConnectorReply<string>.Refused it => new SendResult.Forbidden($"{place}: {it.Why} ({it.Code})"),
        _ => throw new InvalidOperationException("An answer is one of the six above."),
    };

    /// <summary>What was asked for; null when there is none.</summary>
    /// <exception cref="TeamsUnavailableException">Teams does not say now.</exception>
    public static T? OrNothing<T>(this ConnectorReply<T> reply)
        where T : class => reply switch
    {
        ConnectorReply<T>.Done it => it.Value,
        ConnectorReply<T>.Refused { IsCredential: true } it => throw new TeamsUnavailableException($"{it.Why} ({it.Code})") { IsUnauthorized = true },
        ConnectorReply<T>.Gone or ConnectorReply<T>.Refused => null,
        ConnectorReply<T>.Throttled it => throw new TeamsUnavailableException($"Teams takes no more calls for {it.Wait.TotalSeconds:0.#} s."),
        ConnectorReply<T>.NotSent it => throw new TeamsUnavailableException(it.Why),
        ConnectorReply<T>.Uncertain it => throw new TeamsUnavailableException(it.Why),
        _ => throw new InvalidOperationException("An answer is one of the six above."),
    };

    /// <summary>The same answer about something else that came with it.</summary>
    public static ConnectorReply<TOther> Map<T, TOther>(this ConnectorReply<T> reply, Func<T, TOther> what) => reply switch
    {
        ConnectorReply<T>.Done it => new ConnectorReply<TOther>.Done(what(it.Value)),
        ConnectorReply<T>.Throttled it => new ConnectorReply<TOther>.Throttled(it.Wait),
        ConnectorReply<T>.NotSent it => new ConnectorReply<TOther>.NotSent(it.Why),
        ConnectorReply<T>.Uncertain it => new ConnectorReply<TOther>.Uncertain(it.Why),
        ConnectorReply<T>.Gone it => new ConnectorReply<TOther>.Gone(it.Code, it.Why),
        ConnectorReply<T>.Refused it => new ConnectorReply<TOther>.Refused(it.Code, it.Why, it.IsCredential),
        _ => throw new InvalidOperationException("An answer is one of the six above."),
    };
}
