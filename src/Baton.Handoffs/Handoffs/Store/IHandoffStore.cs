using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Store;

/// <summary>Keeps handoffs: one partition each, so that every change is one atomic batch.</summary>
public interface IHandoffStore
{
    /// <summary>
    /// Whether <see cref="HandoffChange.Wake"/> costs nothing beside the change. Where it does not, the wake-up is better written early,
    /// beside the read.
    /// </summary>
    bool TakesWakes => false;

    /// <summary>The snapshot, in one read; null when there is none.</summary>
    Task<Stored?> LoadAsync(HandoffId id, CancellationToken cancellation);

    /// <summary>Whether a handoff has closed, was erased, or never was, in one read.</summary>
    async Task<bool> IsClosedAsync(HandoffId id, CancellationToken cancellation) => await LoadAsync(id, cancellation) is not { } stored || !stored.Handoff.HoldsPerson;

    /// <summary>The snapshot with its messages and outbox, in one query; null when there is none.</summary>
    Task<HandoffFile?> OpenAsync(HandoffId id, CancellationToken cancellation);

    /// <summary>The timeline, oldest first.</summary>
    IAsyncEnumerable<HandoffEvent> TimelineAsync(HandoffId id, CancellationToken cancellation);

    /// <summary>One event of the timeline by its number from 1; null when there is none.</summary>
    Task<HandoffEvent?> EventAsync(HandoffId id, int number, CancellationToken cancellation);

    /// <summary>Commits a change, all or nothing; false when somebody else changed what it rests on meanwhile, and nothing was written.</summary>
    Task<bool> CommitAsync(HandoffChange change, CancellationToken cancellation);

    /// <summary>
    /// Commits a change that rests on a file, and answers the file as it then is, without reading it again: what others wrote into other rows since it
    /// was read is not in it. Null when somebody else changed what the change rests on meanwhile, and nothing was written.
    /// </summary>
    /// <param name="read">The file as it was read.</param>
    /// <param name="change">A change of it, without a wake-up.</param>
    /// <param name="cancellation">Ends the wait; what is committed stays committed.</param>
    Task<HandoffFile?> CommitAsync(HandoffFile read, HandoffChange change, CancellationToken cancellation);

    /// <summary>
    /// Writes events of the timeline anew, to take a person out of them who was erased; those that are as they were are left alone. Each event
    /// is computed from the very version that it takes the place of, and computed again when somebody else was quicker: nobody undoes what another
    /// took out. Not atomic together: harmless to repeat, and each event stays readable.
    /// </summary>
    /// <param name="id">The handoff.</param>
    /// <param name="kept">What is kept of an event. Pure, and twice is as once: it may be asked again about what it answered.</param>
    /// <param name="cancellation">Stops between writes.</param>
    Task RewriteAsync(HandoffId id, Func<HandoffEvent, HandoffEvent> kept, CancellationToken cancellation);
}

/// <summary>A snapshot as it was read.</summary>
/// <param name="Handoff">The snapshot.</param>
/// <param name="Tag">The store's tag of this version.</param>
public sealed record Stored(Handoff Handoff, string Tag);

/// <summary>A snapshot with everything around it that is not the timeline.</summary>
/// <param name="Handoff">The snapshot.</param>
/// <param name="Tag">The store's tag of this version.</param>
/// <param name="Messages">Where its cards live.</param>
/// <param name="Outbox">Effects not yet done, oldest first.</param>
public sealed record HandoffFile(Handoff Handoff, string Tag, IReadOnlyList<CardMessage> Messages, IReadOnlyList<OutboxEntry> Outbox);

/// <summary>A card that is up.</summary>
/// <param name="Slot">Which of the handoff's messages it is: the sales channel's <see cref="Place"/> as text, or a feedback card's topic.</param>
/// <param name="MessagePlace">The conversation as the platform named it in its answer.</param>
/// <param name="MessageId">The platform's id.</param>
/// <param name="Version">The card version that it shows.</param>
public sealed record CardMessage(string Slot, Place MessagePlace, string MessageId, int Version);

/// <summary>An effect not yet done.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Tag">The store's tag of the row; empty for one that is not stored yet.</param>
public sealed record OutboxEntry(Effect Effect, string Tag)
{
    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when somebody is at it. An expired claim means an uncertain send.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Which replica claimed it (<see cref="Replicas.IReplicas.Id"/>); null when nobody is at it.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; init; }

    /// <summary>It stands still: only a person, or a place that is there again, can set it going.</summary>
    public bool Dead { get; init; }

    /// <summary>When it first came to a stand; stays when it is set going, until it is done.</summary>
    public DateTimeOffset? StuckSince { get; init; }

    /// <summary>It is set going again: from the beginning, but what may have arrived is looked for all the same.</summary>
    public OutboxEntry Revived() => this with { Dead = false, Attempts = 0, NotBefore = null };
}

/// <summary>A change of one handoff's partition.</summary>
/// <param name="Id">The handoff.</param>
public sealed record HandoffChange(HandoffId Id)
{
    /// <summary>The new snapshot; null leaves it as it is.</summary>
    public Handoff? After { get; init; }

    /// <summary>The tag of the snapshot that <see cref="After"/> rests on; null when it is the first.</summary>
    public string? Tag { get; init; }

    /// <summary>A wake-up without which the change must not be there; null when it was written before.</summary>
    public Wake? Wake { get; init; }

    /// <summary>Events to append; the last one's number is <see cref="After"/>'s version.</summary>
    public IReadOnlyList<HandoffEvent> Events { get; init; } = [];

    /// <summary>Effects to add.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Outbox entries that are done, to be deleted by their tags.</summary>
    public IReadOnlyList<OutboxEntry> Done { get; init; } = [];

    /// <summary>Outbox entries to be rewritten by their tags: claimed, put off, given up.</summary>
    public IReadOnlyList<OutboxEntry> Kept { get; init; } = [];

    /// <summary>Where cards live now.</summary>
    public IReadOnlyList<CardMessage> Messages { get; init; } = [];
}
