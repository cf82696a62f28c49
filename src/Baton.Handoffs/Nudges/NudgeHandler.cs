using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Nudges;

/// <summary>The nudge pipeline: mute, deduplicate, wait for working time, send, record. Whatever becomes of a nudge has a reason in the timeline.</summary>
public sealed class NudgeHandler(ChatSender sender, IHandoffStore store, Terms terms)
{
    internal async Task<Outcome> NudgeAsync(Attempt attempt, Effect.Nudge nudge, CancellationToken cancellation)
    {
        if (Muted(attempt, nudge) is { } muted)
        {
            return new Outcome.Done(null, new Intent.Settle(nudge.Id, nudge.Recipient, muted));
        }

        if (QuietUntil(attempt, nudge.Recipient) is { } opens)
        {
            return new Outcome.PutOff(opens);
        }

        return nudge.Recipient is { } person
            ? await DirectAsync(attempt, nudge, person, cancellation)
            : await UnderCardAsync(attempt, nudge, cancellation);
    }

    internal async Task<Outcome> TellAsync(Attempt attempt, Effect.Tell tell, CancellationToken cancellation)
    {
        if (QuietUntil(attempt, tell.Recipient) is { } opens)
        {
            return new Outcome.PutOff(opens);
        }

        if (await store.EventAsync(attempt.Handoff.Id, tell.Event, cancellation) is not { } happened
            || await sender.DirectPlaceAsync(attempt.Handoff.Route.Sales.Platform, tell.Recipient, cancellation) is not { } place)
        {
            return new Outcome.Done(null, new Intent.Settle(tell.Id, tell.Recipient, NudgeOutcome.NobodyThere));
        }

        var card = NudgeCard.Tell(attempt.Handoff, happened, Reader(tell.Recipient, place), terms, attempt.Now);
        return Settled(attempt, tell.Id, tell.Recipient, await sender.PostAsync(new Post(place, null, attempt.SendId, card), attempt.Uncertain, cancellation));
    }

    private static NudgeOutcome? Muted(Attempt attempt, Effect.Nudge nudge)
    {
        var handoff = attempt.Handoff;
        var clock = handoff.Clock(nudge.Clock);
        if (clock is null or { IsStopped: true } || !StillMeant(handoff, nudge))
        {
            return NudgeOutcome.MovedOn;
        }

        return clock.IsPaused ? NudgeOutcome.Paused
            : handoff.SnoozedUntil > attempt.Now && !nudge.AsManager ? NudgeOutcome.Snoozed
            : clock.StepsDone.Any(percent => percent > nudge.Percent) && !attempt.Uncertain ? NudgeOutcome.Superseded
            : !clock.StepsDone.Contains(nudge.Percent) ? NudgeOutcome.MovedOn
            : null;
    }

    // A reminder to somebody who no longer has it, or to the pool about what somebody has by now, says nothing true any more.
    private static bool StillMeant(Handoffs.Handoff handoff, Effect.Nudge nudge) =>
        nudge.AsManager || nudge.Recipient == (handoff.Owner ?? handoff.OfferedTo);

    private DateTimeOffset? QuietUntil(Attempt attempt, EmailAddress? recipient)
    {
        var calendar = recipient is { } person ? terms.CalendarOf(person) : terms.Calendars.Get(attempt.Handoff.Route.Calendar);
        return calendar.IsOpen(attempt.Now) ? null : QuietHours.DeliverAt(attempt.Now, calendar);
    }

    private async Task<Outcome> DirectAsync(Attempt attempt, Effect.Nudge nudge, EmailAddress person, CancellationToken cancellation)
    {
        if (await sender.DirectPlaceAsync(attempt.Handoff.Route.Sales.Platform, person, cancellation) is not { } place)
        {
            return new Outcome.Done(null, new Intent.Settle(nudge.Id, person, NudgeOutcome.NobodyThere));
        }

        var card = NudgeCard.Of(attempt.Handoff, nudge, Reader(person, place), terms, attempt.Now);
        return Settled(attempt, nudge.Id, person, await sender.PostAsync(new Post(place, null, attempt.SendId, card), attempt.Uncertain, cancellation));
    }

    private async Task<Outcome> UnderCardAsync(Attempt attempt, Effect.Nudge nudge, CancellationToken cancellation)
    {
        var place = attempt.Handoff.Route.Sales;
        if (attempt.File.Messages.FirstOrDefault(m => m.Slot == Slots.Sales(place)) is not { } message)
        {
            return new Outcome.Retry("Its card is not up yet.");
        }

        var card = NudgeCard.Of(attempt.Handoff, nudge, new CardReader(sender.LocaleOf(place), null), terms, attempt.Now);
        var result = await sender.PostAsync(new Post(message.MessagePlace, message.MessageId, attempt.SendId, card), attempt.Uncertain, cancellation);
        return result is SendResult.Sent ? new Outcome.Done(null, new Intent.Settle(nudge.Id, null, NudgeOutcome.Sent)) : Refused(nudge.Id, null, result);
    }

    private static Outcome Settled(Attempt attempt, string id, EmailAddress person, SendResult result) => result is SendResult.Sent sent
        ? new Outcome.Done(
            new CardMessage(Slots.Direct(person, id), sent.Message.Place, sent.Message.Id, attempt.Handoff.CardVersion),
            new Intent.Settle(id, person, NudgeOutcome.Sent))
        : Refused(id, person, result);

    private static Outcome Refused(string id, EmailAddress? person, SendResult result) =>
        result is SendResult.Gone ? new Outcome.Done(null, new Intent.Settle(id, person, NudgeOutcome.Refused)) : Outcomes.Of(result);

    private CardReader Reader(EmailAddress person, Place place) =>
        terms.Roster.Find(person) is { } known ? CardReader.Of(known) : new CardReader(sender.LocaleOf(place), null);
}
