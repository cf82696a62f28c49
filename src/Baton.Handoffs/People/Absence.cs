using System.Text.Json.Serialization;

namespace Baton.Handoffs.People;

/// <summary>When somebody is away. Stored.</summary>
/// <param name="From">The first instant of the absence, UTC.</param>
/// <param name="Until">The instant at which the person is back, UTC, itself no longer part of the absence; null for good.</param>
public sealed record Absence(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>Whether the person does not come back.</summary>
    [JsonIgnore]
    public bool IsForGood => Until is null;

    /// <summary>Whether the person is away at that instant.</summary>
    public bool Covers(DateTimeOffset now) => From <= now && (Until is null || now < Until);

    /// <summary>Whether it lasts longer than that, counted from its beginning.</summary>
    public bool IsLongerThan(TimeSpan time) => Until is null || Until - From > time;
}
