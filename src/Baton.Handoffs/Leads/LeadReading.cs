namespace Baton.Handoffs.Leads;

/// <summary>What became of reading a lead: a lead, or everything that is wrong with it. Never half of each.</summary>
public abstract record LeadReading
{
    private LeadReading()
    {
    }

    /// <summary>It is a lead. Fields that a handoff needs may still be missing (<see cref="MissingFields"/>).</summary>
    /// <param name="Lead">The lead.</param>
    public sealed record Ok(Lead Lead) : LeadReading;

    /// <summary>It is refused.</summary>
    /// <param name="Errors">Everything that is wrong, at least one.</param>
    public sealed record Wrong(IReadOnlyList<FieldError> Errors) : LeadReading;
}
