using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Brings every message of a handoff up to date, and posts its card where it has none.</summary>
public sealed class CardHandler(ChatSender sender, IHandoffStore store, Terms terms)
{
    internal async Task<Outcome> ShowAsync(Attempt attempt, CancellationToken cancellation)
    {
        var handoff = attempt.Handoff;
        CardMessage? last = null;
        foreach (var message in attempt.File.Messages.Where(m => m.Version < handoff.CardVersion))
        {
            // A message whose place is gone does not hold up the others; the card itself is posted anew below.
            var result = await UpdateAsync(message, attempt, cancellation);
            if (result is SendResult.Gone && !IsCard(message, handoff))
            {
                last = await NoteAsync(handoff, last, message with { Version = handoff.CardVersion }, cancellation);
            }
            else if (result is not (SendResult.Sent or SendResult.Gone))
            {
                return Outcomes.Of(result);
            }
            else if (result is SendResult.Sent)
            {
                last = await NoteAsync(handoff, last, message with { Version = handoff.CardVersion }, cancellation);
            }
            else
            {
                return await PostAsync(attempt, false, cancellation);
            }
        }

        return attempt.File.Messages.Any(m => IsCard(m, handoff))
            ? new Outcome.Done(last)
            : await PostAsync(attempt, attempt.Uncertain, cancellation);
    }

    /// <summary>A view of a handoff by its topic; null when there is none of that name.</summary>
    public async Task<Card?> ViewAsync(Handoff handoff, string topic, CardReader reader, DateTimeOffset now, CancellationToken cancellation)
    {
        const string feedback = "feedback-";
        if (topic.Length == 0)
        {
            return HandoffCard.Of(handoff, reader, terms, now);
        }

        return topic.StartsWith(feedback, StringComparison.Ordinal)
            && int.TryParse(topic.AsSpan(feedback.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await store.EventAsync(handoff.Id, number, cancellation) is { } happened
            ? FeedbackCard.Of(handoff, happened, number, reader, terms, now)
            : null;
    }

    private static bool IsCard(CardMessage message, Handoff handoff) => message.Slot == Slots.Sales(handoff.Route.Sales);

    // All but the last are noted at once, so that a crash between two of them repeats at most one.
    private async Task<CardMessage> NoteAsync(Handoff handoff, CardMessage? before, CardMessage now, CancellationToken cancellation)
    {
        if (before is not null)
        {
            await store.CommitAsync(new HandoffChange(handoff.Id) { Messages = [before] }, cancellation);
        }

        return now;
    }

    private async Task<SendResult> UpdateAsync(CardMessage message, Attempt attempt, CancellationToken cancellation)
    {
        var person = Slots.PersonOf(message.Slot) is { } email ? terms.Roster.Find(email) : null;
        var reader = person is null ? new CardReader(sender.LocaleOf(message.MessagePlace), null) : CardReader.Of(person);
        var topic = Slots.IsSales(message.Slot) || person is not null ? "" : message.Slot;
        return await ViewAsync(attempt.Handoff, topic, reader, attempt.Now, cancellation) is { } card
            ? await sender.UpdateAsync(new MessageRef(message.MessagePlace, message.MessageId), card, cancellation)
            : new SendResult.Gone($"There is no view {message.Slot}.");
    }

    private async Task<Outcome> PostAsync(Attempt attempt, bool uncertain, CancellationToken cancellation)
    {
        var (handoff, place) = (attempt.Handoff, attempt.Handoff.Route.Sales);
        var card = HandoffCard.Of(handoff, new CardReader(sender.LocaleOf(place), null), terms, attempt.Now);
        return await sender.PostAsync(new Post(place, null, attempt.SendId, card), uncertain, cancellation) is var result && result is SendResult.Sent sent
            ? new Outcome.Done(new CardMessage(Slots.Sales(place), sent.Message.Place, sent.Message.Id, handoff.CardVersion), new Intent.Shown(place, sent.Message.Id))
            : Outcomes.Of(result);
    }
}
