using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Brings what sales says of a lead to the campaign's thread in marketing's channel. While that channel takes no messages it goes to the marketers
/// directly, and waits for the channel all the same.
/// </summary>
public sealed class FeedbackHandler(ChatSender sender, DirectSender direct, IFeedbackThreads threads, PlaceHealth health, IHandoffStore store, Terms terms)
{
    internal async Task<Outcome> ReplyAsync(Attempt attempt, Effect.Feedback effect, CancellationToken cancellation)
    {
        var (handoff, place) = (attempt.Handoff, attempt.Handoff.Route.Marketing);
        if (await store.EventAsync(handoff.Id, effect.Event, cancellation) is not { } happened)
        {
            return new Outcome.GiveUp($"Event {effect.Event} of {handoff.Id} is missing.");
        }

        Card View(CardReader reader) => FeedbackCard.Of(handoff, happened, effect.Event, reader, terms, attempt.Now);
        if (await health.IsClosedAsync(place, cancellation))
        {
            return await DirectlyAsync(attempt, effect, View, cancellation);
        }

        switch (await PostAsync(attempt, View(new CardReader(sender.LocaleOf(place), null)), cancellation))
        {
            case (SendResult.Sent sent, { } thread):
                await health.WorksAsync(place, cancellation);
                await threads.RememberAsync(place, thread, sent.Message.Id, handoff.Id, cancellation);
                return new Outcome.Done { Messages = [new CardMessage(FeedbackCard.Topic(effect.Event), sent.Message.Place, sent.Message.Id, handoff.CardVersion)] };
            case (SendResult.Gone gone, _):
                await health.LostAsync(place, gone.Why, attempt.Now, cancellation);
                return await DirectlyAsync(attempt, effect, View, cancellation);
            case (SendResult.Forbidden no, _):
                await health.RefusedAsync(place, handoff.Id, no.Why, cancellation);
                return Outcomes.Of(no, place, attempt.Now);
            case var (other, _):
                return Outcomes.Of(other, place, attempt.Now);
        }
    }

    // A thread that was deleted is opened anew; that its channel is gone shows when that fails too.
    private async Task<(SendResult Result, string? Thread)> PostAsync(Attempt attempt, Card card, CancellationToken cancellation)
    {
        var (campaign, place) = (attempt.Handoff.Lead.Campaign, attempt.Handoff.Route.Marketing);
        string? former = null;
        while (true)
        {
            if (await threads.FindAsync(place, campaign, cancellation) is not { } thread)
            {
                var opened = await OpenAsync(attempt, cancellation);
                if (opened is not SendResult.Sent root)
                {
                    // It is the channel that is gone: its thread is there again when the channel is.
                    _ = former is null ? null : await threads.AddAsync(place, campaign, former, cancellation);
                    return (opened, null);
                }

                thread = await threads.AddAsync(place, campaign, root.Message.Id, cancellation);
            }

            var result = await sender.PostAsync(new Post(place, thread, attempt.SendId, card), attempt.Uncertain, cancellation);
            if (result is not SendResult.Gone || former is not null)
            {
                return (result, thread);
            }

            former = thread;
            await threads.ForgetAsync(place, campaign, thread, cancellation);
        }
    }

    // The name of this send depends on the campaign and on the thread before it only: whoever opens the thread, it is looked for, and found, first.
    private async Task<SendResult> OpenAsync(Attempt attempt, CancellationToken cancellation)
    {
        var (campaign, place) = (attempt.Handoff.Lead.Campaign, attempt.Handoff.Route.Marketing);
        var name = "thread-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(campaign ?? "")).AsSpan(0, 8)) + (campaign is null ? "-none" : "")
            + (await threads.ForgottenAsync(place, campaign, cancellation) is { } former ? $"-after-{former}" : "");
        return await sender.PostAsync(new Post(place, null, name, FeedbackCard.Thread(campaign, sender.LocaleOf(place))), true, cancellation);
    }

    private async Task<Outcome> DirectlyAsync(Attempt attempt, Effect.Feedback effect, Func<CardReader, Card> card, CancellationToken cancellation)
    {
        var sent = await direct.SendAsync(attempt, terms.Roster.People.Where(p => p.Is(Roles.Marketer)), FeedbackCard.Topic(effect.Event), card, cancellation);
        return (sent.Left ?? Outcomes.Waits(attempt.Handoff.Route.Marketing)) with { Messages = sent.Messages };
    }
}
