namespace Baton.Handoffs.Funnel.Figures;

/// <summary>How long a cohort has been watched: its rates can still rise while it is young.</summary>
/// <param name="YoungestDays">Whole days since the cohort's latest handing over; null of an empty cohort.</param>
/// <param name="OldestDays">Whole days since its first; null of an empty cohort.</param>
public sealed record Observation(int? YoungestDays, int? OldestDays)
{
    internal static Observation Of(DateTimeOffset? first, DateTimeOffset? last, DateTimeOffset now) =>
        new(Days(last, now), Days(first, now));

    private static int? Days(DateTimeOffset? from, DateTimeOffset now) => from is { } start ? Math.Max(0, (int)(now - start).TotalDays) : null;
}
