using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>What came of trying an effect.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Messages that are up to date now, whatever became of the rest.</summary>
    public IReadOnlyList<CardMessage> Messages { get; init; } = [];

    /// <summary>Where it is in trouble; null when it is not, or when that has no place.</summary>
    public Place? At { get; init; }

    /// <summary>What is to be noted in the timeline.</summary>
    public Intent? Note { get; init; }

    /// <summary>Done.</summary>
    public sealed record Done : Outcome;

    /// <summary>Not the time for it: put off without counting as a try. <paramref name="Uncertain"/>: a part of it may have arrived all the same.</summary>
    public sealed record PutOff(DateTimeOffset Until, bool Uncertain = false) : Outcome
    {
        /// <summary>What is in its way; null when it waits for its turn only.</summary>
        public string? Why { get; init; }
    }

    /// <summary>It failed; try again later. <paramref name="Uncertain"/>: it may have arrived all the same.</summary>
    public sealed record Retry(string Why, bool Uncertain = false) : Outcome;

    /// <summary>No retry helps.</summary>
    public sealed record GiveUp(string Why, StuckCause Cause = StuckCause.Broken) : Outcome;

    /// <summary>Done, and this is to be noted.</summary>
    public static Outcome Noted(Intent note) => new Done { Note = note };
}
