namespace Baton.Handoffs.Sla;

/// <summary>A step of the ladder with the instant at which it falls due.</summary>
/// <param name="Step">The step.</param>
/// <param name="At">When the clock reaches it, UTC; may lie in the past.</param>
public sealed record DueStep(LadderStep Step, DateTimeOffset At);
