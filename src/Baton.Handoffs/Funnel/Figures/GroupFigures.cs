namespace Baton.Handoffs.Funnel.Figures;

/// <summary>One group of an overview.</summary>
/// <param name="Key">The value that they have in common; empty for handoffs without one.</param>
/// <param name="Activity">What happened in the period.</param>
/// <param name="Cohort">Where those that were handed over in the period stand now.</param>
/// <param name="Rates">The cohort's rates.</param>
public sealed record GroupFigures(string Key, Tally Activity, Tally Cohort, CohortRates Rates);
