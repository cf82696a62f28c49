using System.Security.Cryptography;
using System.Text;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Brings what sales says of a lead to the campaign's thread in marketing's channel.</summary>
public sealed class FeedbackHandler(ChatSender sender, IFeedbackThreads threads, IHandoffStore store, Terms terms)
{
    internal async Task<Outcome> ReplyAsync(Attempt attempt, Effect.Feedback effect, CancellationToken cancellation)
    {
        var (handoff, place) = (attempt.Handoff, attempt.Handoff.Route.Marketing);
        if (await store.EventAsync(handoff.Id, effect.Event, cancellation) is not { } happened)
        {
            return new Outcome.GiveUp($"Event {effect.Event} of {handoff.Id} is missing.");
        }

        var locale = sender.LocaleOf(place);
        if (await threads.FindAsync(place, handoff.Lead.Campaign, cancellation) is not { } thread)
        {
            var opened = await OpenAsync(attempt, locale, cancellation);
            if (opened is not SendResult.Sent root)
            {
                return Outcomes.Of(opened, place, attempt.Now);
            }

            thread = await threads.AddAsync(place, handoff.Lead.Campaign, root.Message.Id, cancellation);
        }

        var card = FeedbackCard.Of(handoff, happened, effect.Event, new CardReader(locale, null), terms, attempt.Now);
        var result = await sender.PostAsync(new Post(place, thread, attempt.SendId, card), attempt.Uncertain, cancellation);
        if (result is not SendResult.Sent sent)
        {
            return Outcomes.Of(result, place, attempt.Now);
        }

        await threads.RememberAsync(place, thread, sent.Message.Id, handoff.Id, cancellation);
        return new Outcome.Done { Messages = [new CardMessage(FeedbackCard.Topic(effect.Event), sent.Message.Place, sent.Message.Id, handoff.CardVersion)] };
    }

    // The name of this send depends on the campaign only: whoever opens the thread, it is looked for, and found, first.
    private Task<SendResult> OpenAsync(Attempt attempt, string locale, CancellationToken cancellation)
    {
        var (campaign, place) = (attempt.Handoff.Lead.Campaign, attempt.Handoff.Route.Marketing);
        var name = "thread-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(campaign ?? "")).AsSpan(0, 8)) + (campaign is null ? "-none" : "");
        return sender.PostAsync(new Post(place, null, name, FeedbackCard.Thread(campaign, locale)), true, cancellation);
    }
}
