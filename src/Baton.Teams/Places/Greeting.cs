namespace Baton.Teams.Places;

/// <summary>
/// The greeting of somebody who added Baton, and how far it came. It is kept as long as Baton is there: Teams tells of one installation more than once, and it is greeted once.
/// </summary>
/// <param name="Conversation">The chat with the person.</param>
/// <param name="ServiceUrl">Where it is written to.</param>
/// <param name="UserId">The id that only this bot knows the person by, <c>29:…</c>.</param>
/// <param name="Tag">Which version of it was read; empty when it is not stored yet.</param>
public sealed record Greeting(string Conversation, Uri ServiceUrl, string UserId, string Tag = "")
{
    /// <summary>The tenant; null when Teams did not say.</summary>
    public string? Tenant { get; init; }

    /// <summary>The person's Entra object id; null when Teams did not say.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The language of the person's Teams; null when Teams did not say.</summary>
    public string? Locale { get; init; }

    /// <summary>The IANA name of the person's zone; null when Teams did not say.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The names of its messages that are said, or may be.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>The name of the message that is on its way; null when none is.</summary>
    public string? Sending { get; init; }

    /// <summary>
    /// Until when nobody else takes it up: somebody is at it, or it waits to be tried again, and further wake-ups try it no sooner. Once that has passed nobody knows whether the message on its
    /// way arrived.
    /// </summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>How often it could not be said.</summary>
    public int Failures { get; init; }

    /// <summary>Whether nothing is left to be said.</summary>
    public bool IsDone { get; init; }

    /// <summary>With the message on its way said, as far as anybody knows: Teams cannot be asked whether it arrived, and nobody is greeted twice.</summary>
    public Greeting Said() => this with { Told = Sending is null ? Told : [.. Told, Sending], Sending = null, ClaimedUntil = null };

    /// <summary>With the message on its way not said.</summary>
    public Greeting Unsaid() => this with { Sending = null, ClaimedUntil = null };
}
