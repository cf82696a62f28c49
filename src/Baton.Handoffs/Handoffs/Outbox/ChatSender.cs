using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>Puts messages on platforms, each send with a limit of its own, at the place's pace, looking first where an earlier send is uncertain.</summary>
public sealed class ChatSender(IEnumerable<IChatPlatform> platforms, Pacer pacer, TimeProvider time, Pulse pulse)
{
    private readonly Dictionary<string, IChatPlatform> byName = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The language of cards in that place.</summary>
    public string LocaleOf(Place place) => byName.TryGetValue(place.Platform, out var platform) ? platform.LocaleOf(place) : "en";

    /// <summary>Where that person is reached on a platform.</summary>
    public async Task<Place?> DirectPlaceAsync(string platform, EmailAddress person, CancellationToken cancellation) =>
        byName.TryGetValue(platform, out var it) ? await it.DirectPlaceAsync(person, cancellation) : null;

    /// <summary>Posts a message; with <paramref name="uncertain"/> only if it is not there already.</summary>
    public async Task<SendResult> PostAsync(Post post, bool uncertain, CancellationToken cancellation)
    {
        if (!byName.TryGetValue(post.Place.Platform, out var platform))
        {
            return new SendResult.Forbidden($"No platform '{post.Place.Platform}' is configured; the place is {post.Place}.");
        }

        if (uncertain && await platform.FindAsync(post.Place, post.EffectId, cancellation) is { } found)
        {
            // It shows what was true when it was sent; whoever records it records it as up to date.
            return await UpdateAsync(found, post.Card, cancellation);
        }

        return await LimitedAsync(platform, post.Place, token => platform.PostAsync(post, token), cancellation);
    }

    /// <summary>Replaces a message in place.</summary>
    public async Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation) =>
        byName.TryGetValue(message.Place.Platform, out var platform)
            ? await LimitedAsync(platform, message.Place, token => platform.UpdateAsync(message, card, token), cancellation)
            : new SendResult.Forbidden($"No platform '{message.Place.Platform}' is configured; the place is {message.Place}.");

    private async Task<SendResult> LimitedAsync(IChatPlatform platform, Place place, Func<CancellationToken, Task<SendResult>> send, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (pacer.Take(platform, place, now) is { } slot)
        {
            return new SendResult.RetryAfter(slot - now);
        }

        using var limit = new CancellationTokenSource(pulse.SendLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var result = await send(both.Token);
            if (result is SendResult.RetryAfter retry)
            {
                pacer.Hold(place, time.GetUtcNow() + retry.Wait);
            }

            return result;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new SendResult.Uncertain($"No answer within {pulse.SendLimit}.");
        }
    }
}
