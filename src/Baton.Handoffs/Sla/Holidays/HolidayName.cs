namespace Baton.Handoffs.Sla;

/// <summary>What a holiday is called.</summary>
/// <param name="English">English name.</param>
/// <param name="Japanese">Japanese name; the same as the English one when only one is known.</param>
public sealed record HolidayName(string English, string Japanese)
{
    /// <summary>Name of a day off to which nobody gave one.</summary>
    public static HolidayName Unnamed { get; } = new("Day off", "休業日");
}
