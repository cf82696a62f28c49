namespace Baton.Tables.Audit;

/// <summary>Something that does not hold.</summary>
/// <param name="Rule">What does not.</param>
/// <param name="Where">The handoff, or table and row. It names no contact of a lead.</param>
/// <param name="What">What was found there.</param>
/// <param name="Repaired">Whether it was put right.</param>
public sealed record AuditFinding(AuditRule Rule, string Where, string What, bool Repaired)
{
    /// <summary>Whether the store is unsound because of it.</summary>
    public bool Counts => !Repaired && !AuditRules.IsHarmless(Rule);
}
