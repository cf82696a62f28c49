using Baton.AdaptiveCards;
using Baton.Handoffs.People;
using Baton.Teams.Incoming;
using Baton.Teams.Places;

namespace Baton.Teams.Sending;

/// <summary>
/// For whom a card fetches its own view. Where one person is alone with Baton that is the person; elsewhere those of the roster whom Teams told of, reps and managers first, at most
/// as many as a card can name. Everybody else has the channel's view, and the menu's "refresh card".
/// </summary>
internal sealed class CardViews(TeamsDirectory directory, Roster roster)
{
    /// <summary>How cards in that conversation are written.</summary>
    public async ValueTask<AdaptiveCardView> InAsync(string conversation, bool isDirect, CancellationToken cancellation)
    {
        if (isDirect || (await directory.ConversationAsync(conversation, cancellation))?.Kind == nameof(ConversationKind.Personal))
        {
            return Alone;
        }

        var known = await directory.EverybodyAsync(cancellation);
        var viewers = roster.People
            .OrderBy(p => p.Is(Roles.Rep) ? 0 : p.Is(Roles.Manager) ? 1 : 2)
            .Select(p => known.TryGetValue(p.Email, out var person) ? person.UserId : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(AdaptiveCardView.MostRefreshed).ToList();
        return Alone with { RefreshFor = viewers };
    }

    /// <summary>How cards are written for one reader.</summary>
    public static AdaptiveCardView Alone { get; } = AdaptiveCardView.Default with { HasDialogs = true, HasCharts = true };
}
