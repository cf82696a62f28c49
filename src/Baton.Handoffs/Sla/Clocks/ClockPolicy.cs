namespace Baton.Handoffs.Sla;

/// <summary>What applies to one clock of one handoff.</summary>
/// <param name="Kind">Which clock.</param>
/// <param name="Target">Working time allowed on the calendar; more than zero.</param>
/// <param name="Calendar">Name of the calendar that counts.</param>
/// <param name="Ladder">Steps in ascending order of percent.</param>
public sealed record ClockPolicy(ClockKind Kind, TimeSpan Target, string Calendar, IReadOnlyList<LadderStep> Ladder)
{
    /// <summary>Equal by value, the ladder step by step.</summary>
    /// <param name="other">The other policy.</param>
    /// <returns>True when both say the same.</returns>
    public bool Equals(ClockPolicy? other) =>
        other is not null
        && (Kind, Target, Calendar) == (other.Kind, other.Target, other.Calendar)
        && Ladder.SequenceEqual(other.Ladder);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Target, Calendar, Ladder.Count);
}
