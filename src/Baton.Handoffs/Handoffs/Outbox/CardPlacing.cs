using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Puts a handoff's card where people can take it: in its pool's channel; else in the pool's fallback channel; else directly to those whom it is
/// offered to. What could not be put into the channel waits for it.
/// </summary>
public sealed class CardPlacing(ChatSender sender, DirectSender direct, PlaceHealth health, WaitingDesk waiting, Terms terms)
{
    /// <summary>Posts the card.</summary>
    /// <param name="attempt">The effect that is being tried.</param>
    /// <param name="former">The card that cannot be reached or was deleted; null when there never was one.</param>
    /// <param name="doors">Which places may be used.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<Outcome> PlaceAsync(Attempt attempt, CardMessage? former, Doors doors, CancellationToken cancellation)
    {
        var (handoff, refused) = (attempt.Handoff, (Outcome?)null);
        foreach (var place in PlacesOf(handoff.Route))
        {
            if (await doors.IsClosedAsync(place, cancellation))
            {
                continue;
            }

            var card = HandoffCard.Of(handoff, new CardReader(sender.LocaleOf(place), null), terms, attempt.Now);
            switch (await sender.PostAsync(new Post(place, null, NameOf(handoff, former), card), attempt.Uncertain, cancellation, handoff.Tier == Tier.Hot ? Urgency.Soon : Urgency.Later))
            {
                case SendResult.Sent sent:
                    await health.WorksAsync(place, cancellation);
                    await (attempt.Entry.NotBefore is null ? Task.CompletedTask : waiting.PostedAsync(place, handoff.Id, cancellation));
                    return new Outcome.Done { Messages = await MessagesAsync(handoff, sent.Message, former, doors, cancellation), Note = new Intent.Shown(place, sent.Message.Id) };
                case SendResult.Gone gone:
                    await doors.LostAsync(place, gone.Why, attempt.Now, cancellation);
                    refused ??= Outcomes.Of(gone, place, attempt.Now);
                    break;
                case SendResult.Forbidden no:
                    await health.RefusedAsync(place, handoff.Id, no.Why, cancellation);
                    refused ??= Outcomes.Of(no, place, attempt.Now);
                    break;
                case SendResult.RetryAfter turn:
                    await waiting.WaitsAsync(place, handoff.Id, turn.Wait, cancellation);
                    return Outcomes.Of(turn, place, attempt.Now);
                case var other:
                    return Outcomes.Of(other, place, attempt.Now);
            }
        }

        return await DirectlyAsync(attempt, refused ?? Outcomes.Waits(handoff.Route.Sales), cancellation);
    }

    // The same for every try, and another one once there was a card: so that the card is found again, and one that was deleted is not.
    private static string NameOf(Handoff handoff, CardMessage? former) => $"{handoff.Id}-card-{handoff.Route.Sales}" + (former is null ? "" : $"-after-{former.MessageId}");

    // Where cards go is a matter of the configuration as it is now.
    private IEnumerable<Place> PlacesOf(Route route) =>
        terms.PoolRoute(route.Pool)?.Fallback is { } fallback && fallback != route.Sales ? [route.Sales, fallback] : [route.Sales];

    // The card that stands in a lost place is brought up to date when that is back.
    private static async Task<IReadOnlyList<CardMessage>> MessagesAsync(Handoff handoff, MessageRef posted, CardMessage? former, Doors doors, CancellationToken cancellation)
    {
        var card = new CardMessage(Slots.Sales(handoff.Route.Sales), posted.Place, posted.Id, handoff.CardVersion);
        return former is not null && former.MessagePlace != posted.Place && await doors.IsClosedAsync(former.MessagePlace, cancellation)
            ? [card, former with { Slot = Slots.Former(former) }]
            : [card];
    }

    private async Task<Outcome> DirectlyAsync(Attempt attempt, Outcome waits, CancellationToken cancellation)
    {
        var handoff = attempt.Handoff;
        if (!handoff.State.IsOpen())
        {
            return attempt.File.Messages.Any(m => m.Slot == Slots.Sales(handoff.Route.Sales)) ? waits : new Outcome.Done();
        }

        var sent = await direct.SendAsync(attempt, TakersOf(handoff), "offer", reader => HandoffCard.Of(handoff, reader, terms, attempt.Now), cancellation);
        var first = sent.Messages.Count > 0 ? sent.Messages[0] : null;
        return (sent.Left ?? waits) with { Messages = sent.Messages, Note = first is null ? null : new Intent.Shown(first.MessagePlace, first.MessageId) };
    }

    private IEnumerable<Person> TakersOf(Handoff handoff)
    {
        var one = handoff.Owner ?? handoff.OfferedTo;
        var takers = one is { } person ? terms.Roster.People.Where(p => p.Email == person) : terms.Roster.MembersOf(handoff.Route.Pool).Where(p => !handoff.Without.Contains(p.Email));
        return takers.Concat(handoff.Owner is null ? terms.Roster.ManagersOf(handoff.Route.Pool) : []).DistinctBy(p => p.Email);
    }
}
