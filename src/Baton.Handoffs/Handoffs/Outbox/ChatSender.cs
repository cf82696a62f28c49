using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Outbox;

/// <summary>
/// Puts messages on platforms, at the place's pace, looking first where an earlier send is uncertain. Each call of a platform has a limit of
/// its own, which holds even for one that listens to no token.
/// </summary>
public sealed class ChatSender(IEnumerable<IChatPlatform> platforms, Pacer pacer, TimeProvider time, Pulse pulse)
{
    private readonly Dictionary<string, IChatPlatform> byName = platforms.ToDictionary(p => p.Name, StringComparer.Ordinal);

    /// <summary>The language of cards in that place.</summary>
    public string LocaleOf(Place place) => byName.TryGetValue(place.Platform, out var platform) ? platform.LocaleOf(place) : "en";

    /// <summary>Why something could not be put there, in a person's language.</summary>
    public string Explain(Place place, string why, string locale) =>
        SendingWhy.Of(place, byName.TryGetValue(place.Platform, out var platform) ? platform.Explain(why, locale) : why, locale);

    /// <summary>The pace at which that place takes messages; zero where there is none.</summary>
    public TimeSpan PaceOf(Place place) => byName.TryGetValue(place.Platform, out var platform) ? platform.Pace : TimeSpan.Zero;

    /// <summary>Where that person is reached on a platform; null when the platform does not know the person.</summary>
    /// <exception cref="TimeoutException">No answer within the limit.</exception>
    public async Task<Place?> DirectPlaceAsync(string platform, EmailAddress person, CancellationToken cancellation) =>
        byName.TryGetValue(platform, out var it) ? await LimitedAsync(token => it.DirectPlaceAsync(person, token), cancellation) : null;

    /// <summary>Where that person is reached on that platform, else on any other; null when none knows the person.</summary>
    /// <exception cref="TimeoutException">No answer within the limit.</exception>
    public async Task<Place?> ReachAsync(string preferred, EmailAddress person, CancellationToken cancellation)
    {
        foreach (var platform in byName.Keys.OrderBy(name => name == preferred ? 0 : 1))
        {
            if (await DirectPlaceAsync(platform, person, cancellation) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Looks for the message of an earlier post of that name; null when there is none or the platform cannot look.</summary>
    /// <exception cref="TimeoutException">No answer within the limit.</exception>
    public async Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation) =>
        byName.TryGetValue(place.Platform, out var it) ? await LimitedAsync(token => it.FindAsync(place, threadId, effectId, token), cancellation) : null;

    /// <summary>Posts a message; with <paramref name="uncertain"/> only if it is not there already.</summary>
    /// <exception cref="TimeoutException">Looking for it got no answer within the limit.</exception>
    public async Task<SendResult> PostAsync(Post post, bool uncertain, CancellationToken cancellation, Urgency urgency = Urgency.Soon)
    {
        if (!byName.TryGetValue(post.Place.Platform, out var platform))
        {
            return NotConfigured(post.Place);
        }

        return uncertain && await FindAsync(post.Place, post.ThreadId, post.EffectId, cancellation) is { } found
            ? await MendAsync(found, post.Card, cancellation)
            : await SendAsync(platform, post.Place, post.EffectId, urgency, token => platform.PostAsync(post, token), cancellation);
    }

    /// <summary>
    /// Brings a message that an earlier, unrecorded send left up to date: it shows what was true then, but is recorded as showing what is true now.
    /// While that fails the send stays uncertain, so that it is looked for again and never posted twice.
    /// </summary>
    public async Task<SendResult> MendAsync(MessageRef found, Card card, CancellationToken cancellation) => await UpdateAsync(found, card, cancellation) switch
    {
        SendResult.Sent or SendResult.Gone => new SendResult.Sent(found),
        var failed => new SendResult.Uncertain($"It is there already, but could not be brought up to date: {failed}"),
    };

    /// <summary>Replaces a message in place.</summary>
    public async Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation) =>
        byName.TryGetValue(message.Place.Platform, out var platform)
            ? await SendAsync(platform, message.Place, "update|" + message.Id, Urgency.Now, token => platform.UpdateAsync(message, card, token), cancellation)
            : NotConfigured(message.Place);

    // Without a credential nobody can say anything anywhere: what was to be sent waits for it like for its turn, and is no failure of the place's.
    private SendResult Waiting(SendResult result) => result is SendResult.Unauthorized it ? new SendResult.RetryAfter(pulse.Unauthorized, it.Why) : result;

    private static SendResult.Forbidden NotConfigured(Place place) => new(SendingWhy.NotConfigured(place));

    private async Task<SendResult> SendAsync(IChatPlatform platform, Place place, string sender, Urgency urgency, Func<CancellationToken, Task<SendResult>> send, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (pacer.Take(platform, place, sender, now, urgency) is { } turn)
        {
            return new SendResult.RetryAfter(turn - now);
        }

        try
        {
            var result = Waiting(await LimitedAsync(send, cancellation));
            if (result is SendResult.RetryAfter retry)
            {
                pacer.Hold(place, time.GetUtcNow() + retry.Wait);
            }

            return result;
        }
        catch (TimeoutException late)
        {
            return new SendResult.Uncertain(late.Message);
        }
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(pulse.SendLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            return await call(both.Token).WaitAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(SendingWhy.NoAnswer);
        }
    }
}
