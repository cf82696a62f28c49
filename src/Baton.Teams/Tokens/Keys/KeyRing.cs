using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Tokens.Keys;

/// <summary>
/// The keys of one issuer. They are fetched when first needed, again in the background when they grow old, and at once when a token names one that is not known, but never more
/// often than a floor allows: whoever makes names up causes no traffic. While they cannot be fetched, old ones serve for some days.
/// </summary>
internal sealed partial class KeyRing(string name, KeyDocuments documents, TimeProvider time, ILogger logger)
{
    /// <summary>From when on keys are fetched again. Microsoft's SDKs do so, too.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);

    /// <summary>How long keys serve that cannot be fetched again: as long as the channel service's documentation lets keys be kept.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromDays(5);

    /// <summary>How long after keys were fetched an unknown one is taken for made up.</summary>
    public static readonly TimeSpan UnknownFloor = TimeSpan.FromMinutes(5);

    /// <summary>How long after a fetch that failed there is no other.</summary>
    public static readonly TimeSpan FailureFloor = TimeSpan.FromSeconds(10);

    // Guards the three below; the keys are read without it.
    private readonly Lock gate = new();
    private Task? fetching;
    private DateTimeOffset triedAt = DateTimeOffset.MinValue;
    private string? problem;
    private volatile KeySet keys = KeySet.None;

    /// <summary>Looks a key up.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="cancellation">Gives up waiting; a fetch that was begun goes on.</param>
    public async ValueTask<KeyLookup> FindAsync(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (found, age) = Look(id, now);
        if (found is not null)
        {
            if (age >= FreshFor)
            {
                _ = Fetch(now);
            }

            return found;
        }

        if (Fetch(now) is { } fetch)
        {
            await fetch.WaitAsync(cancellation);
            (found, _) = Look(id, now);
        }

        return found ?? Missing();
    }

    /// <summary>Fetches the keys when they are old or could not be fetched last time. Whoever asks does so seldom, and holds up nobody who needs a key: that fetch is its own.</summary>
    /// <returns>Why that failed, in English for an operator; null when the keys are fresh.</returns>
    public async Task<string?> CheckAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (Trouble() is not null || now - keys.At >= FreshFor)
        {
            await FetchAsync(now).WaitAsync(cancellation);
        }

        var until = keys.At == DateTimeOffset.MinValue ? now : keys.At + UsableFor;
        return Trouble() is not { } why ? null
            : until > now ? $"The keys of {name} cannot be fetched: {why}. Those that are known serve until {until:u}."
            : $"The keys of {name} cannot be fetched: {why}. Nothing that it signed can be taken.";
    }

    private (KeyLookup.Found? Found, TimeSpan Age) Look(string id, DateTimeOffset now)
    {
        var set = keys;
        var age = now - set.At;
        return (age < UsableFor && set.ById.TryGetValue(id, out var key) ? new KeyLookup.Found(key) : null, age);
    }

    private KeyLookup Missing() => Trouble() is { } why ? new KeyLookup.Unavailable(why) : new KeyLookup.Unknown();

    private string? Trouble()
    {
        lock (gate)
        {
            return problem;
        }
    }

    // One at a time, whoever asks; null when it is too soon.
    private Task? Fetch(DateTimeOffset now)
    {
        lock (gate)
        {
            if (fetching is { IsCompleted: false })
            {
                return fetching;
            }

            if (now - triedAt < (problem is null ? UnknownFloor : FailureFloor))
            {
                return null;
            }

            triedAt = now;
            return fetching = FetchAsync(now);
        }
    }

    private async Task FetchAsync(DateTimeOffset now)
    {
        await Task.Yield();
        var (fetched, why) = await documents.FetchAsync();
        lock (gate)
        {
            problem = fetched is null ? why : null;
            keys = fetched is null ? keys : new KeySet(fetched.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal), now);
        }

        if (fetched is null)
        {
            Log.Failed(logger, name, why);
        }
        else
        {
            Log.Fetched(logger, name, fetched.Count);
        }
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> ById, DateTimeOffset At)
    {
        public static KeySet None { get; } = new(FrozenDictionary<string, SigningKey>.Empty, DateTimeOffset.MinValue);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys of {Issuer} cannot be fetched: {Why}. Those that are known serve for five days; without any, nothing that Teams sends can be taken.")]
        public static partial void Failed(ILogger logger, string issuer, string why);

        [LoggerMessage(2, LogLevel.Information, "{Count} key(s) of {Issuer} were fetched.")]
        public static partial void Fetched(ILogger logger, string issuer, int count);
    }
}
