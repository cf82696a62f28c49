using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Sends people directly what their channel cannot take, each of them once, in own working time and not while away: a channel wakes nobody, a message to a person does.</summary>
public sealed class DirectSender(ChatSender sender, Terms terms, Pulse pulse)
{
    // As many as one batch can record beside everything else; the others follow at once.
    private const int MaxAtOnce = 25;

    /// <summary>Sends a card to those who do not have it yet.</summary>
    /// <param name="attempt">The effect that is being tried.</param>
    /// <param name="people">Whom; who is on no platform, never at work, or away for good, is left out.</param>
    /// <param name="what">What it is, for the messages' slots.</param>
    /// <param name="card">The card as one of them sees it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<DirectlySent> SendAsync(Attempt attempt, IEnumerable<Person> people, string what, Func<CardReader, Card> card, CancellationToken cancellation)
    {
        var (sent, left) = (new List<CardMessage>(), new List<Outcome>());
        foreach (var person in people.Where(p => attempt.File.Messages.All(m => m.Slot != Slots.Direct(p.Email, what))))
        {
            if (attempt.IsLate() || sent.Count == MaxAtOnce)
            {
                left.Add(new Outcome.PutOff(attempt.Now));
                break;
            }

            if (NextAtWork(person, attempt.Now) is not { } at)
            {
                continue;
            }

            if (at > attempt.Now)
            {
                // The channel may be back before this person is: it is tried again all the same.
                var probe = attempt.Now + pulse.Probe;
                left.Add(new Outcome.PutOff(at < probe ? at : probe));
                continue;
            }

            if (await sender.ReachAsync(attempt.Handoff.Route.Sales.Platform, person.Email, cancellation) is not { } place)
            {
                continue;
            }

            var result = await sender.PostAsync(new Post(place, null, $"{attempt.Handoff.Id}-{what}-{person.Email}", card(CardReader.Of(person))), attempt.Uncertain, cancellation);
            if (result is SendResult.Sent arrived)
            {
                sent.Add(new CardMessage(Slots.Direct(person.Email, what), arrived.Message.Place, arrived.Message.Id, attempt.Handoff.CardVersion));
            }
            else if (result is not (SendResult.Gone or SendResult.Forbidden))
            {
                left.Add(Outcomes.Of(result, place, attempt.Now));
            }
        }

        return new DirectlySent(sent, Outcomes.Together(left));
    }

    private DateTimeOffset? NextAtWork(Person person, DateTimeOffset now) =>
        (person.IsAway(now) ? person.Absence!.Until : now) is { } back ? QuietHours.DeliverAt(back, terms.CalendarOf(person.Email)) : null;
}

/// <summary>What came of it.</summary>
/// <param name="Messages">The messages that arrived.</param>
/// <param name="Left">What remains to be done; null when nothing does.</param>
internal sealed record DirectlySent(IReadOnlyList<CardMessage> Messages, Outcome? Left);
