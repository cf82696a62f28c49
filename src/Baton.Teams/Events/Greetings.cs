using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.People;
using Baton.Teams.Places;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Events;

/// <summary>
/// Greets whoever adds Baton with the person's own page, once. What is to be said is stored with its wake-up before Teams is answered; each message is claimed, sent and recorded, so that what
/// failed is tried again and what may have arrived is not said twice.
/// </summary>
internal sealed partial class Greetings(HomeCards homes, TeamsPeople people, ITeamsMemory memory, IAgenda agenda, Pulse pulse, TimeProvider time, ILogger<Greetings> logger) : IGreeter
{
    /// <inheritdoc />
    public string Platform => TeamsPlatform.PlatformName;

    /// <summary>Somebody added Baton: stores that the person is to be greeted. Harmless to repeat.</summary>
    public async Task ExpectAsync(Surroundings at, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await memory.GreetingAsync(at.Conversation, cancellation) is { } expected)
        {
            // A backup that was restored may hold what is to be said and not its wake-up.
            await (expected.IsDone ? Task.CompletedTask : agenda.AddAsync(WakeOf(at.Place, now), cancellation));
            return;
        }

        await agenda.AddAsync(WakeOf(at.Place, now + pulse.Safety), cancellation);
        var greeting = new Greeting(at.Conversation, at.ServiceUrl, at.From.Id) { Tenant = at.Tenant, ObjectId = at.From.ObjectId, Locale = at.From.Locale, TimeZone = at.From.TimeZone };
        if (await memory.SaveAsync(greeting, cancellation) is not null)
        {
            await agenda.AddAsync(WakeOf(at.Place, now), cancellation);
        }
    }

    /// <summary>Baton was removed there; who adds it again is greeted again.</summary>
    public Task ForgetAsync(string conversation, CancellationToken cancellation) => memory.ForgetGreetingAsync(conversation, cancellation);

    /// <inheritdoc />
    public async Task<DateTimeOffset?> GreetAsync(Place place, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await memory.GreetingAsync(place.Id, cancellation) is not { IsDone: false } greeting)
        {
            return null;
        }

        if (greeting.ClaimedUntil > now)
        {
            return greeting.ClaimedUntil;
        }

        IReadOnlyList<HomePart> parts;
        greeting = greeting.Said();
        try
        {
            parts = await homes.PartsAsync(At(greeting), cancellation);
        }
        catch (TeamsUnavailableException error) when (error.IsUnauthorized)
        {
            return time.GetUtcNow() + pulse.Unauthorized;
        }
        catch (TeamsUnavailableException error)
        {
            return await FailAsync(greeting, error.Message, cancellation);
        }

        return parts is [{ Name: HomePart.Unknown }] ? await AskAgainAsync(greeting, parts, cancellation) : await SayAsync(greeting, parts, cancellation);
    }

    // Right after an installation Teams may not find the member yet; whom it never finds is told so in the end.
    private async Task<DateTimeOffset?> AskAgainAsync(Greeting greeting, IReadOnlyList<HomePart> notice, CancellationToken cancellation)
    {
        people.Forget(greeting.UserId);
        return greeting.Failures + 1 < pulse.MaxAttempts ? await FailAsync(greeting, "Teams does not say who it is.", cancellation) : await SayAsync(greeting, notice, cancellation);
    }

    // One message at a time: a company in which everybody is given Baton at once must hold up no deadline in the sweep that this is part of.
    private async Task<DateTimeOffset?> SayAsync(Greeting greeting, IReadOnlyList<HomePart> parts, CancellationToken cancellation)
    {
        var left = parts.Where(p => !greeting.Told.Contains(p.Name)).ToList();
        if (left.Count == 0)
        {
            return await EndAsync(greeting, cancellation);
        }

        if (await memory.SaveAsync(greeting with { Sending = left[0].Name, ClaimedUntil = time.GetUtcNow() + pulse.Claim }, cancellation) is not { } claimed)
        {
            return time.GetUtcNow() + pulse.FirstRetry;
        }

        switch (await homes.PostAsync(At(claimed), left[0], cancellation))
        {
            case ConnectorReply<string>.Uncertain it:
                return await FailAsync(claimed.Said(), it.Why, cancellation);
            case ConnectorReply<string>.Throttled it:
                await memory.SaveAsync(claimed.Unsaid(), cancellation);
                return time.GetUtcNow() + it.Wait;
            case ConnectorReply<string>.Gone:
                await memory.SaveAsync(claimed.Unsaid() with { IsDone = true }, cancellation);
                return null;
            case ConnectorReply<string>.Refused { IsCredential: true }:
                await memory.SaveAsync(claimed.Unsaid(), cancellation);
                return time.GetUtcNow() + pulse.Unauthorized;
            case ConnectorReply<string>.Refused it:
                return await FailAsync(claimed.Unsaid(), it.Why, cancellation);
            case ConnectorReply<string>.NotSent it:
                return await FailAsync(claimed.Unsaid(), it.Why, cancellation);
            default:
                return left.Count == 1 ? await EndAsync(claimed.Said(), cancellation) : await GoOnAsync(claimed.Said(), cancellation);
        }
    }

    private async Task<DateTimeOffset?> EndAsync(Greeting greeting, CancellationToken cancellation) =>
        await memory.SaveAsync(greeting with { IsDone = true }, cancellation) is null ? time.GetUtcNow() + pulse.FirstRetry : null;

    private async Task<DateTimeOffset?> GoOnAsync(Greeting greeting, CancellationToken cancellation) =>
        await memory.SaveAsync(greeting, cancellation) is null ? time.GetUtcNow() + pulse.FirstRetry : time.GetUtcNow();

    // When to try again; null when it is given up, or when Baton was removed in between.
    private async Task<DateTimeOffset?> FailAsync(Greeting greeting, string why, CancellationToken cancellation)
    {
        var failures = greeting.Failures + 1;
        var isOver = failures >= pulse.MaxAttempts;
        if (isOver)
        {
            Log.GivenUp(logger, greeting.Conversation, failures, why);
        }

        DateTimeOffset? again = isOver ? null : time.GetUtcNow() + pulse.Retry(failures, Random.Shared.NextDouble());
        await memory.SaveAsync(greeting with { Failures = failures, ClaimedUntil = again, IsDone = isOver }, cancellation);
        return again;
    }

    private static Surroundings At(Greeting greeting) => new()
    {
        ServiceUrl = greeting.ServiceUrl,
        Conversation = greeting.Conversation,
        Kind = ConversationKind.Personal,
        Tenant = greeting.Tenant,
        From = new Sender(greeting.UserId, greeting.ObjectId, IsBot: false, greeting.Locale, greeting.TimeZone),
    };

    private static Wake WakeOf(Place place, DateTimeOffset due) => new(WakeKind.Greeting, place.ToString(), due);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Somebody who added Baton in {Conversation} could not be greeted {Times} times, and is not greeted any more: {Why}")]
        public static partial void GivenUp(ILogger logger, string conversation, int times, string why);
    }
}
