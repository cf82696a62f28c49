namespace Baton.Handoffs.Sla;

/// <summary>One step of the ladder.</summary>
/// <param name="Percent">Percent of the target, in working time, at which it is due: 1 to 1000, unique within a ladder.</param>
/// <param name="Action">What it does.</param>
public sealed record LadderStep(int Percent, LadderAction Action);
