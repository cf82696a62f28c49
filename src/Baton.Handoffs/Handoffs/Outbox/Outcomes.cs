using Baton.Handoffs.Chat;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What a send's result means for the outbox.</summary>
internal static class Outcomes
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>The outcome of a send that did not arrive. Having to wait for one's turn is no failure, however often it happens.</summary>
    public static Outcome Of(SendResult result, Place at, DateTimeOffset now) => Of(result, now) with { At = at };

    /// <summary>What is meant for a place that takes no messages waits until it does.</summary>
    public static Outcome Waits(Place at) => new Outcome.GiveUp(SendingWhy.NoMessages(at), StuckCause.PlaceLost) { At = at };

    private static Outcome Of(SendResult result, DateTimeOffset now) => result switch
    {
        SendResult.RetryAfter it => new Outcome.PutOff(now + (it.Wait > ShortestWait ? it.Wait : ShortestWait)) { Why = it.Why },
        SendResult.Failed it => new Outcome.Retry(it.Why),
        SendResult.Uncertain it => new Outcome.Retry(it.Why, true),
        SendResult.Gone it => new Outcome.GiveUp(it.Why, StuckCause.PlaceLost),
        SendResult.Forbidden it => new Outcome.GiveUp(it.Why, StuckCause.Refused),
        _ => new Outcome.Done(),
    };

    /// <summary>What remains of several: a failure is tried again, else what waits for its turn waits, else what cannot be is given up.</summary>
    public static Outcome? Together(IReadOnlyList<Outcome> left) =>
        left.OfType<Outcome.Retry>().OrderByDescending(r => r.Uncertain).FirstOrDefault()
        ?? left.OfType<Outcome.PutOff>().MinBy(p => p.Until)
        ?? (Outcome?)left.OfType<Outcome.GiveUp>().FirstOrDefault();
}
