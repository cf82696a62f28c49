using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What a send's result means for the outbox.</summary>
internal static class Outcomes
{
    /// <summary>The outcome of a send that did not arrive.</summary>
    public static Outcome Of(SendResult result) => result switch
    {
        SendResult.RetryAfter it => new Outcome.Retry("The platform asked to wait.", it.Wait),
        SendResult.Failed it => new Outcome.Retry(it.Why),
        SendResult.Uncertain it => new Outcome.Retry(it.Why, null, true),
        SendResult.Gone it => new Outcome.GiveUp(it.Why),
        SendResult.Forbidden it => new Outcome.GiveUp(it.Why),
        _ => new Outcome.Done(),
    };
}
