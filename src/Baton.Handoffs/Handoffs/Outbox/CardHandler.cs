using System.Globalization;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Places;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Brings every message of a handoff up to date, and sees to it that its card is where people can take it.</summary>
public sealed class CardHandler(ChatSender sender, CardPlacing placing, PlaceHealth health, IHandoffStore store, Terms terms)
{
    // As many as one batch can record beside everything else.
    private const int MaxUpdates = 30;

    /// <summary>No message holds up another: each is tried, and what cannot be now is tried again.</summary>
    internal async Task<Outcome> ShowAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (handoff, shown, left, doors) = (attempt.Handoff, new List<CardMessage>(), new List<Outcome>(), new Doors(health));
        var card = attempt.File.Messages.FirstOrDefault(m => IsCard(m, handoff));
        var isUp = card is not null || handoff.ErasedAt is not null;
        foreach (var message in InTurn(attempt))
        {
            if (attempt.IsLate() || shown.Count == MaxUpdates)
            {
                left.Add(new Outcome.PutOff(attempt.Now));
                break;
            }

            var result = await doors.IsClosedAsync(message.MessagePlace, cancellation) ? null : await UpdateAsync(message, attempt, cancellation);
            if (handoff.ErasedAt is null && result is null or SendResult.Gone && IsCard(message, handoff))
            {
                isUp = false;
            }

            if (result is null)
            {
                left.Add(Outcomes.Waits(message.MessagePlace));
            }
            else if (result is SendResult.Sent || (result is SendResult.Gone or SendResult.Forbidden && !IsCard(message, handoff)))
            {
                // A private message that can no longer be reached is let go; the card itself is posted anew, or waits for its operator.
                shown.Add(message with { Version = handoff.CardVersion });
            }
            else if (result is not SendResult.Gone)
            {
                left.Add(Outcomes.Of(result, message.MessagePlace, attempt.Now));
            }

            if (result is SendResult.Sent)
            {
                await health.WorksAsync(message.MessagePlace, cancellation);
            }
        }

        var posted = isUp ? new Outcome.Done() : attempt.IsLate() ? new Outcome.PutOff(attempt.Now) : await placing.PlaceAsync(attempt, card, doors, cancellation);
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
        return await ViewAsync(attempt.Handoff, Slots.TopicOf(message.Slot), reader, attempt.Now, cancellation) is { } card
            ? await sender.UpdateAsync(new MessageRef(message.MessagePlace, message.MessageId), card, cancellation)
            : new SendResult.Gone($"There is no view {message.Slot}.");
    }
}
