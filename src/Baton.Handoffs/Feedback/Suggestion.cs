using System.Text.Json.Serialization;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Feedback;

/// <summary>A company that sales proposes to marketing, or content that sales misses. Stored; property names stay as they are.</summary>
/// <param name="Week">The ISO week in which it was made, in the review's zone, such as <c>2026-W47</c>.</param>
/// <param name="Name">Its name within the week, unique for ever.</param>
/// <param name="Company">The company, or what is missed; untrusted, 1 to <see cref="LongestCompany"/> characters.</param>
/// <param name="Why">Why; untrusted, 1 to <see cref="LongestWhy"/> characters.</param>
/// <param name="By">Who suggested it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Place">The channel where it is told.</param>
public sealed record Suggestion(string Week, string Name, string Company, string Why, EmailAddress By, DateTimeOffset At, Place Place)
{
    /// <summary>The most characters of <see cref="Company"/>.</summary>
    public const int LongestCompany = 200;

    /// <summary>The most characters of <see cref="Why"/>.</summary>
    public const int LongestWhy = 2000;

    /// <summary>Its name everywhere: week and name.</summary>
    [JsonIgnore]
    public string Id => $"{Week} {Name}";
}
