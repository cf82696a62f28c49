namespace Baton.Handoffs.Chat;

/// <summary>A person's own page: who one is to the product, and what waits for one.</summary>
/// <param name="Header">Pools, absence, language and the person's week, with the buttons <c>away</c>, <c>back</c> and <c>language</c>; it is about no handoff.</param>
/// <param name="Handoffs">
/// The person's open handoffs, the most urgent clock first, then the offers that the person could take; at most <see cref="Limit"/>.
/// Each has the topic of the handoff's own card, so that a click on one is a click on that card.
/// </param>
/// <param name="More">How many wait and are not listed.</param>
public sealed record HomeView(Card Header, IReadOnlyList<Card> Handoffs, int More)
{
    /// <summary>The most handoffs that are listed.</summary>
    public const int Limit = 20;
}
