namespace Baton.Handoffs.Funnel.Figures;

/// <summary>How long something took, over several cases.</summary>
/// <param name="Count">How many cases.</param>
/// <param name="Median">The middle case's time, of an even number the mean of the two in the middle; null of none.</param>
/// <param name="P90">The shortest time that at least nine in ten cases did not exceed (nearest rank); null of none.</param>
public sealed record Distribution(int Count, TimeSpan? Median, TimeSpan? P90)
{
    /// <summary>No case.</summary>
    public static Distribution None { get; } = new(0, null, null);

    /// <summary>Of these times, in any order.</summary>
    public static Distribution Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        if (sorted.Length == 0)
        {
            return None;
        }

        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Distribution(sorted.Length, median, sorted[(((sorted.Length * 9) + 9) / 10) - 1]);
    }
}
