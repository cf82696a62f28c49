using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What came of trying an effect.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Done; with what is to be noted of it.</summary>
    public sealed record Done(CardMessage? Message = null, Intent? Note = null) : Outcome;

    /// <summary>Not the time for it: put off without counting as a try.</summary>
    public sealed record PutOff(DateTimeOffset Until) : Outcome;

    /// <summary>It failed; try again later. <paramref name="After"/> is what the platform asked for, if it did.</summary>
    public sealed record Retry(string Why, TimeSpan? After = null, bool Uncertain = false) : Outcome;

    /// <summary>No retry helps.</summary>
    public sealed record GiveUp(string Why) : Outcome;
}
