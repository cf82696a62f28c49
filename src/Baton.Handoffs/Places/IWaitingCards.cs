using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Places;

/// <summary>Remembers which cards wait long for their turn in a place, and the message that says so there.</summary>
public interface IWaitingCards
{
    /// <summary>A handoff's card waits for a place; harmless to repeat.</summary>
    Task AddAsync(Place place, HandoffId handoff, CancellationToken cancellation);

    /// <summary>It waits no more; harmless when it did not.</summary>
    Task RemoveAsync(Place place, HandoffId handoff, CancellationToken cancellation);

    /// <summary>The handoffs whose cards wait for a place.</summary>
    Task<IReadOnlyList<HandoffId>> AllAsync(Place place, CancellationToken cancellation);

    /// <summary>The line of a place; null when it has none.</summary>
    Task<WaitingLine?> LineAsync(Place place, CancellationToken cancellation);

    /// <summary>Writes the line of a place by its tag; false when somebody else has written it meanwhile.</summary>
    Task<bool> SaveLineAsync(WaitingLine line, CancellationToken cancellation);

    /// <summary>Forgets the line of a place by its tag; false when somebody else has written it meanwhile.</summary>
    Task<bool> ForgetLineAsync(WaitingLine line, CancellationToken cancellation);
}

/// <summary>The message that says how many cards wait for their turn in a place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Since">When it was begun: its send is named for that.</param>
/// <param name="Tag">The store's tag of the row; empty for one that is not stored yet.</param>
public sealed record WaitingLine(Place Place, DateTimeOffset Since, string Tag)
{
    /// <summary>The message; null while it is not known to be there.</summary>
    public MessageRef? Message { get; init; }

    /// <summary>The number that it shows.</summary>
    public int Shown { get; init; }
}
