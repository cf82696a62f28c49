using Baton.AdaptiveCards;
using Baton.Handoffs.Leads;
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
    // Replaced as a whole; two who make it at once make the same.
    private volatile Made? latest;

    /// <summary>How cards in that conversation are written.</summary>
    public async ValueTask<AdaptiveCardView> InAsync(string conversation, bool isDirect, CancellationToken cancellation)
    {
        if (isDirect || (await directory.ConversationAsync(conversation, cancellation))?.Kind == nameof(ConversationKind.Personal))
        {
            return Alone;
        }

        var everybody = await directory.EverybodyAsync(cancellation);
        var (people, changed) = (roster.People, directory.PeopleChanged);
        if (latest is not { } made || made.People != people || made.Changed != changed)
        {
            latest = made = new Made(people, changed, Alone with { RefreshFor = Viewers(people, everybody) });
        }

        return made.View;
    }

    /// <summary>How cards are written for one reader.</summary>
    public static AdaptiveCardView Alone { get; } = AdaptiveCardView.Default with { HasDialogs = true, HasCharts = true };

    private static List<string> Viewers(IReadOnlyList<Person> people, IReadOnlyDictionary<EmailAddress, KnownPerson> known) =>
        [.. people
            .OrderBy(p => p.Is(Roles.Rep) ? 0 : p.Is(Roles.Manager) ? 1 : 2)
            .Select(p => known.TryGetValue(p.Email, out var person) ? person.UserId : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(AdaptiveCardView.MostRefreshed)];

    private sealed record Made(IReadOnlyList<Person> People, int Changed, AdaptiveCardView View);
}
