using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Erasing;

/// <summary>What of a person is in the store, or was taken out of it.</summary>
/// <param name="Handoffs">Handoffs that the person was in, erased ones included.</param>
/// <param name="AlreadyErased">How many of them had been erased before.</param>
/// <param name="Leads">Leads of the person that no handoff keeps.</param>
/// <param name="Relatives">Handoffs of others that named the person as a relative.</param>
/// <param name="Messages">Copies of messages that had the person in them.</param>
/// <param name="Suppressed">Whether the mark stands by which the person is never offered again.</param>
public sealed record ErasureReport(IReadOnlyList<HandoffId> Handoffs, int AlreadyErased, int Leads, int Relatives, int Messages, bool Suppressed)
{
    /// <summary>Whether nothing of the person was found but, perhaps, the mark.</summary>
    public bool IsEmpty => Handoffs.Count == 0 && Leads == 0 && Messages == 0;
}
