using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>An effect that is being tried.</summary>
/// <param name="File">The handoff as it stands.</param>
/// <param name="Entry">The outbox row, claimed.</param>
/// <param name="Uncertain">Whether an earlier try may have succeeded unrecorded.</param>
/// <param name="Now">When.</param>
/// <param name="IsLate">Whether the claim leaves no time for another send.</param>
internal sealed record Attempt(HandoffFile File, OutboxEntry Entry, bool Uncertain, DateTimeOffset Now, Func<bool> IsLate)
{
    /// <summary>The handoff.</summary>
    public Handoff Handoff => File.Handoff;

    /// <summary>The name of this send on platforms: unique for ever.</summary>
    public string SendId => $"{Handoff.Id}-{Entry.Effect.Id}";
}
