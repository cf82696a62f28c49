using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Places;

/// <summary>A place that takes no messages, until who was told of it has been told that it does again.</summary>
/// <param name="Place">Which.</param>
/// <param name="Why">What the platform said.</param>
/// <param name="Since">When it was found out.</param>
/// <param name="Tag">The store's tag of the row; empty for one that is not stored yet.</param>
public sealed record LostPlace(Place Place, string Why, DateTimeOffset Since, string Tag)
{
    /// <summary>When one may try that wants nothing any more: when a person says so. Far beyond any wake-up, and within what every store can hold.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From then on one send may try whether it is there again; <see cref="Never"/> for not by itself.</summary>
    public required DateTimeOffset ProbeAt { get; init; }

    /// <summary>When it was found to take messages again; null while it does not.</summary>
    public DateTimeOffset? RevivedAt { get; init; }

    /// <summary>Who was told that it is lost and not yet that it is back.</summary>
    public IReadOnlyList<EmailAddress> Told { get; init; } = [];

    /// <summary>Whether it still takes no messages.</summary>
    public bool IsLost => RevivedAt is null;
}
