using NodaTime;

namespace Baton.AdaptiveCards;

/// <summary>What a rendering depends on besides the card itself.</summary>
public sealed record AdaptiveCardView
{
    /// <summary>
    /// The most people that a card can name for its automatic refresh. Source: "Universal Actions for Adaptive Cards" in the Teams
    /// documentation: <c>userIds</c> holds at most 60 ids; without them the card refreshes for everybody where there are at most 60 members.
    /// </summary>
    public const int MostRefreshed = 60;

    /// <summary>UTC, and refreshed for everybody.</summary>
    public static AdaptiveCardView Default { get; } = new();

    /// <summary>The zone of moments in the spoken summary, where no date token works; everywhere else the reader's own zone is used.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>
    /// Whose view of the card is fetched automatically, by the platform's own id (Teams: <c>29:…</c>). Null, or more than <see cref="MostRefreshed"/>,
    /// names nobody in particular; empty leaves only the manual refresh.
    /// </summary>
    public IReadOnlyCollection<string>? RefreshFor { get; init; }

    /// <summary>
    /// Whether the client opens dialogs on request, as Teams does ("Use dialogs with bots" in the Teams documentation): then only the forms of the wanted and the taking-away buttons
    /// stand in the card, and the others are fetched when they are wanted, which keeps cards small.
    /// </summary>
    public bool HasDialogs { get; init; }

    /// <summary>Whether the client draws charts, as Teams does; one that does not shows the same as text.</summary>
    public bool HasCharts { get; init; }
}
