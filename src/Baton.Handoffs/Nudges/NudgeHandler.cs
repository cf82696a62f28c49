using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Nudges;

/// <summary>
/// The nudge pipeline: mute, deduplicate, send, record. What has to wait for a person waits in that person's inbox. Whatever becomes of a nudge has
/// a reason in the timeline. A nudge that may have been sent unrecorded is looked for first: what somebody has read was sent, whatever would be
/// decided now.
/// </summary>
public sealed class NudgeHandler(ChatSender sender, PlaceHealth health, IHandoffStore store, InboxDesk inboxes, InboxTimeline timeline, Terms terms, Pulse pulse)
{
    internal Task<Outcome> NudgeAsync(Attempt attempt, Effect.Nudge nudge, CancellationToken cancellation) =>
        DeliverAsync(attempt, nudge.Recipient, null, cancellation);

    internal async Task<Outcome> TellAsync(Attempt attempt, Effect.Tell tell, CancellationToken cancellation)
    {
        var happened = await store.EventAsync(attempt.Handoff.Id, tell.Event, cancellation)
            ?? throw new InvalidOperationException($"Event {tell.Event} of {attempt.Handoff.Id} is missing.");
        return await DeliverAsync(attempt, tell.Recipient, happened, cancellation);
    }

    private async Task<Outcome> DeliverAsync(Attempt attempt, EmailAddress? to, HandoffEvent? happened, CancellationToken cancellation)
    {
        var word = attempt.Entry.Effect;
        var muted = Muting.Of(attempt.Handoff, word, happened, to is { } who ? terms.Roster.Find(who) : null, attempt.Now);
        Card Card(CardReader reader) => NudgeCard.Of(word, attempt.Handoff, happened, reader, terms, attempt.Now);
        if (attempt.Uncertain && await AddressAsync(attempt, to, cancellation) is { Place: { } place } address
            && await sender.FindAsync(place, address.ThreadId, attempt.SendId, cancellation) is { } found)
        {
            return await FoundAsync(attempt, address, found, muted is null ? Card : reader => HandoffCard.Of(attempt.Handoff, reader, terms, attempt.Now), cancellation);
        }

        if (to is { } person)
        {
            return await DeliverAsync(attempt, person, muted, happened, Card, cancellation);
        }

        return muted is { } why
            ? Muted(attempt, why)
            : Quiet(attempt) ?? await SendAsync(attempt, await AddressAsync(attempt, null, cancellation), Card, cancellation);
    }

    private async Task<Outcome> DeliverAsync(Attempt attempt, EmailAddress person, NudgeOutcome? muted, HandoffEvent? happened, Func<CardReader, Card> card, CancellationToken cancellation)
    {
        var item = new InboxItem(attempt.Handoff.Id, attempt.Entry.Effect);

        // Asked in this order: it leaves the inbox only when the timeline tells of it.
        if (attempt.Uncertain && (await inboxes.KnowsAsync(person, item, cancellation) || await timeline.TellsAsync(item, cancellation)))
        {
            return new Outcome.Done();
        }

        var nobody = new Word(item.Word.Id, person, null, null);
        switch (InboxVerdict.Of(item, attempt.Handoff, happened, person, terms, attempt.Now))
        {
            case InboxVerdict.Drop drop:
                return nobody.Settled(drop.Why);
            case InboxVerdict.Wait wait:
                await inboxes.PutAsync(person, item, wait.Until, attempt.Now, cancellation);
                return muted is { } why ? nobody.Settled(why) : new Outcome.Done();
            default:
                return await SendAsync(attempt, await AddressAsync(attempt, person, cancellation), card, cancellation);
        }
    }

    // What is kept up to date later must be so now; a line under the card says what was true then, and stays.
    private async Task<Outcome> FoundAsync(Attempt attempt, Word word, MessageRef found, Func<CardReader, Card> card, CancellationToken cancellation) =>
        word.To is not null && await sender.MendAsync(found, card(Reader(word)), cancellation) is var result and not SendResult.Sent
            ? Outcomes.Of(result, found.Place, attempt.Now)
            : word.Sent(attempt, found);

    private async Task<Word> AddressAsync(Attempt attempt, EmailAddress? to, CancellationToken cancellation)
    {
        var (id, sales) = (attempt.Entry.Effect.Id, attempt.Handoff.Route.Sales);
        if (to is { } person)
        {
            return new Word(id, person, await sender.DirectPlaceAsync(sales.Platform, person, cancellation), null);
        }

        var card = attempt.File.Messages.FirstOrDefault(m => m.Slot == Slots.Sales(sales));
        return new Word(id, null, card?.MessagePlace, card?.MessageId);
    }

    // What a snooze mutes for the pool waits in the outbox until it ends, as a person's waits in the inbox; the timeline tells of it meanwhile.
    private static Outcome Muted(Attempt attempt, NudgeOutcome why)
    {
        var settled = new Word(attempt.Entry.Effect.Id, null, null, null).Settled(why);
        return Muting.Until(attempt.Handoff, why, null) is { } until && until > attempt.Now ? new Outcome.PutOff(until) { Note = settled.Note } : settled;
    }

    // A pool that never works is never reached.
    private Outcome? Quiet(Attempt attempt)
    {
        var calendar = terms.Calendars.Get(attempt.Handoff.Route.Calendar);
        return calendar.IsOpen(attempt.Now) ? null
            : QuietHours.DeliverAt(attempt.Now, calendar) is { } opens ? new Outcome.PutOff(opens)
            : new Outcome.GiveUp($"The calendar {calendar.Name} never opens.");
    }

    private async Task<Outcome> SendAsync(Attempt attempt, Word word, Func<CardReader, Card> card, CancellationToken cancellation)
    {
        if (word.To is null && await health.IsLostAsync(word.Place ?? attempt.Handoff.Route.Sales, cancellation))
        {
            // Under a card that nobody can reach it says nothing to anybody; managers are told by the ladder.
            return new Outcome.PutOff(attempt.Now + pulse.Probe);
        }

        if (word.Place is not { } place)
        {
            return word.To is null ? new Outcome.Retry("Its card is not up yet.") : word.Settled(NudgeOutcome.NobodyThere);
        }

        var result = await sender.PostAsync(new Post(place, word.ThreadId, attempt.SendId, card(Reader(word))), false, cancellation);
        return result is SendResult.Sent sent ? word.Sent(attempt, sent.Message) : Outcomes.Of(result, place, attempt.Now);
    }

    private CardReader Reader(Word word) =>
        word.To is { } person && terms.Roster.Find(person) is { } known ? CardReader.Of(known) : new CardReader(word.Place is { } place ? sender.LocaleOf(place) : "en", null);

    /// <summary>A word to one person, or under the card for everybody in the pool.</summary>
    private sealed record Word(string Id, EmailAddress? To, Place? Place, string? ThreadId)
    {
        public Outcome Settled(NudgeOutcome outcome) => Outcome.Noted(new Intent.Settle(Id, To, outcome));

        // A private word shows the lead and its buttons, and so is kept up to date like a card.
        public Outcome Sent(Attempt attempt, MessageRef message) => Settled(NudgeOutcome.Sent) with
        {
            Messages = To is { } person ? [new CardMessage(Slots.Direct(person, Id), message.Place, message.Id, attempt.Handoff.CardVersion)] : [],
        };
    }
}
