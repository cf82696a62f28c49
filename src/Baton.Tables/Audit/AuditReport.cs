namespace Baton.Tables.Audit;

/// <summary>What an audit came past.</summary>
/// <param name="At">When it was begun.</param>
/// <param name="Handoffs">How many handoffs.</param>
/// <param name="WakeUps">How many wake-ups.</param>
/// <param name="Findings">How many findings, by rule; those that were put right included.</param>
/// <param name="Open">How many findings make the store unsound and were not put right.</param>
public sealed record AuditReport(DateTimeOffset At, long Handoffs, long WakeUps, IReadOnlyDictionary<AuditRule, int> Findings, int Open)
{
    /// <summary>Whether every rule holds.</summary>
    public bool IsSound => Open == 0;
}
