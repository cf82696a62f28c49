using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Brings every message of a handoff up to date, and posts its card where it has none.</summary>
public sealed class CardHandler(ChatSender sender, IHandoffStore store, Terms terms)
{
    // As many as one batch can record beside everything else.
    private const int MaxUpdates = 30;

    /// <summary>No message holds up another: each is tried, and what cannot be now is tried again.</summary>
    internal async Task<Outcome> ShowAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (handoff, shown, left) = (attempt.Handoff, new List<CardMessage>(), new List<Outcome>());
        var isUp = attempt.File.Messages.Any(m => IsCard(m, handoff));
        foreach (var message in InTurn(attempt))
        {
            if (attempt.IsLate() || shown.Count == MaxUpdates)
            {
                left.Add(new Outcome.PutOff(attempt.Now));
                break;
            }

            var result = await UpdateAsync(message, attempt, cancellation);
            if (result is SendResult.Gone && IsCard(message, handoff))
            {
                isUp = false;
            }
            else if (result is SendResult.Sent or SendResult.Gone || (result is SendResult.Forbidden && !IsCard(message, handoff)))
            {
                // A private message that can no longer be reached is let go; the card itself is posted anew, or waits for its operator.
                shown.Add(message with { Version = handoff.CardVersion });
            }
            else
            {
                left.Add(Outcomes.Of(result, message.MessagePlace, attempt.Now));
            }
        }

        var posted = isUp ? new Outcome.Done() : attempt.IsLate() ? new Outcome.PutOff(attempt.Now) : await PostAsync(attempt, cancellation);
        var outcome = Outcomes.Together([.. left, posted]) ?? posted;
        return outcome with { Messages = [.. shown, .. posted.Messages], Note = posted.Note };
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
            && EffectsOf.IsFeedback(happened)
            ? FeedbackCard.Of(handoff, happened, number, reader, terms, now)
            : null;
    }

    private static bool IsCard(CardMessage message, Handoff handoff) => message.Slot == Slots.Sales(handoff.Route.Sales);

    // Each try begins with another one, so that slow ones cannot use up the time of those behind them for ever.
    private static IEnumerable<CardMessage> InTurn(Attempt attempt)
    {
        var outdated = attempt.File.Messages.Where(m => m.Version < attempt.Handoff.CardVersion).ToList();
        return outdated.Select((_, i) => outdated[(i + attempt.Entry.Attempts) % outdated.Count]);
    }

    private async Task<SendResult> UpdateAsync(CardMessage message, Attempt attempt, CancellationToken cancellation)
    {
        var person = Slots.PersonOf(message.Slot) is { } email ? terms.Roster.Find(email) : null;
        var reader = person is null ? new CardReader(sender.LocaleOf(message.MessagePlace), null) : CardReader.Of(person);
        var topic = Slots.IsFeedback(message.Slot) ? message.Slot : "";
        return await ViewAsync(attempt.Handoff, topic, reader, attempt.Now, cancellation) is { } card
            ? await sender.UpdateAsync(new MessageRef(message.MessagePlace, message.MessageId), card, cancellation)
            : new SendResult.Gone($"There is no view {message.Slot}.");
    }

    private async Task<Outcome> PostAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (handoff, place) = (attempt.Handoff, attempt.Handoff.Route.Sales);
        var card = HandoffCard.Of(handoff, new CardReader(sender.LocaleOf(place), null), terms, attempt.Now);
        var result = await sender.PostAsync(new Post(place, null, attempt.SendId, card), attempt.Uncertain, cancellation);
        return result is SendResult.Sent sent
            ? new Outcome.Done
            {
                Messages = [new CardMessage(Slots.Sales(place), sent.Message.Place, sent.Message.Id, handoff.CardVersion)],
                Note = new Intent.Shown(place, sent.Message.Id),
            }
            : Outcomes.Of(result, place, attempt.Now);
    }
}
