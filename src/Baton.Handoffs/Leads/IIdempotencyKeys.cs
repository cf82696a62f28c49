namespace Baton.Handoffs.Leads;

/// <summary>
/// Keeps the answers of requests that carry an <c>Idempotency-Key</c>, so that sending one again gives the same answer again.
/// A key belongs to the first body that came with it, from before that body is worked on: two bodies can never share one.
/// </summary>
public interface IIdempotencyKeys
{
    /// <summary>Claims a key for a body, unless it was claimed before; harmless to repeat.</summary>
    /// <param name="key">The key, with whoever it belongs to in front.</param>
    /// <param name="bodyHash">A digest of the body as it was sent.</param>
    /// <param name="at">When it came.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The body that the key belongs to, perhaps the one that was given, and its answer when there is one.</returns>
    Task<KeyedBody> ClaimAsync(string key, string bodyHash, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Keeps the answer for a claimed key. The first answer stays.</summary>
    /// <param name="key">A key that was claimed.</param>
    /// <param name="answer">What is to be answered.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The answer that is kept: the one that was given, or the first one.</returns>
    Task<KeyedAnswer> AnswerAsync(string key, KeyedAnswer answer, CancellationToken cancellation);

    /// <summary>Deletes the keys that were claimed on a day; costs what that day had. Harmless to repeat.</summary>
    /// <param name="day">The day, in UTC, see <see cref="KeyDesk.DayOf"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task ForgetAsync(DateOnly day, CancellationToken cancellation);
}

/// <summary>What a key belongs to.</summary>
/// <param name="BodyHash">The digest of its body.</param>
/// <param name="Answer">Its answer; null while it is being worked on, or when that was cut short.</param>
public sealed record KeyedBody(string BodyHash, KeyedAnswer? Answer);

/// <summary>An answer as it went over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body.</param>
public sealed record KeyedAnswer(int Status, ReadOnlyMemory<byte> Json);
