using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Web.Console.Live;
using Baton.Web.Console.Messages;
using Baton.Web.Console.Places;
using Microsoft.Extensions.Logging;

namespace Baton.Web.Console;

/// <summary>The web console as a chat platform: messages go to the store first and then to the browsers that are open.</summary>
public sealed partial class ConsolePlatform(
    ConsolePlaces places, IConsoleMessages messages, ConsoleFeed feed, Roster roster, TimeProvider time, ILogger<ConsolePlatform> logger) : IChatPlatform
{
    /// <inheritdoc />
    public string Name => ConsolePlaces.Platform;

    /// <inheritdoc />
    public TimeSpan Pace => TimeSpan.Zero;

    /// <inheritdoc />
    public string LocaleOf(Place place) => places.Find(place)?.Locale ?? "en";

    /// <inheritdoc />
    public Task<SendResult> PostAsync(Post post, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var message = new ConsoleMessage(
            post.Place, ConsoleMessageId.For(now, post.EffectId), post.EffectId, post.ThreadId, null, null, post.Card, post.Card.Version, now);
        return Translated(() => AddAsync(message, cancellation), cancellation);
    }

    /// <summary>Stores what a person typed. The same <paramref name="effectId"/> answers with the message that it made before.</summary>
    public async Task<ConsoleMessage> SayAsync(Place place, string? threadId, string effectId, EmailAddress author, string text, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await OnceAsync(
            new ConsoleMessage(place, ConsoleMessageId.For(now, effectId), effectId, threadId, author, text, null, 0, now), cancellation);
    }

    /// <inheritdoc />
    public Task<SendResult> UpdateAsync(MessageRef message, Card card, CancellationToken cancellation) =>
        Translated(() => ReplaceAsync(message, card, cancellation), cancellation);

    /// <inheritdoc />
    public Task<Place?> DirectPlaceAsync(EmailAddress person, CancellationToken cancellation) =>
        Task.FromResult<Place?>(roster.Find(person) is { } known ? ConsolePlaces.DirectOf(known).Place : null);

    /// <inheritdoc />
    public async Task<MessageRef?> FindAsync(Place place, string? threadId, string effectId, CancellationToken cancellation) =>
        await messages.FindAsync(place, effectId, cancellation) is { } found ? new MessageRef(place, found.Id) : null;

    private async Task<SendResult> AddAsync(ConsoleMessage message, CancellationToken cancellation)
    {
        if (places.Find(message.Place) is null)
        {
            return new SendResult.Forbidden($"Console:Places has no place '{message.Place.Id}', and the roster no such person.");
        }

        if (message.ThreadId is { } thread && await messages.GetAsync(message.Place, thread, cancellation) is null)
        {
            return new SendResult.Gone($"{message.Place} has no message '{thread}' to reply to.");
        }

        return new SendResult.Sent(new MessageRef(message.Place, (await OnceAsync(message, cancellation)).Id));
    }

    private async Task<ConsoleMessage> OnceAsync(ConsoleMessage message, CancellationToken cancellation)
    {
        if (await messages.AddAsync(message, cancellation))
        {
            Publish(new ConsoleEvent.Added(message), message.Place);
            return message;
        }

        return await messages.FindAsync(message.Place, message.EffectId, cancellation)
            ?? throw new InvalidOperationException($"{message.Place} refused the message of {message.EffectId} but holds none of it.");
    }

    private async Task<SendResult> ReplaceAsync(MessageRef message, Card card, CancellationToken cancellation)
    {
        switch (await messages.ReplaceAsync(message.Place, message.Id, card, card.Version, cancellation))
        {
            case ConsoleReplacement.Missing:
                return new SendResult.Gone($"{message.Place} has no message '{message.Id}'.");
            case ConsoleReplacement.Replaced replaced:
                Publish(new ConsoleEvent.Updated(replaced.Message), message.Place);
                break;
        }

        return new SendResult.Sent(message);
    }

    private void Publish(ConsoleEvent what, Place place) => feed.Publish(what, person => places.Find(place)?.IsOpenTo(person) == true);

    /// <summary>Posting and replacing are idempotent, so after any failure of the store simply trying again is right.</summary>
    private async Task<SendResult> Translated(Func<Task<SendResult>> send, CancellationToken cancellation)
    {
        try
        {
            return await send();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.StoreFailed(logger, error);
            return new SendResult.Failed($"The store failed: {error.Message}");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The console's store failed; the send will be tried again.")]
        public static partial void StoreFailed(ILogger logger, Exception error);
    }
}
