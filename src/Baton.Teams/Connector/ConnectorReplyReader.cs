using System.Text.Json;
using Baton.Wire;

namespace Baton.Teams.Connector;

/// <summary>
/// Says what an answer means. 412, 429, 502, 503 and 504 ask for another try, all others do not
/// (https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-agent-conversational-apis). After 502 and 504 nobody knows whether a
/// message was posted, and posting has no key that would make it happen once: there the try is left to who can bear it. Never throws, whatever the bytes.
/// </summary>
internal static class ConnectorReplyReader
{
    /// <summary>Waited for when Teams does not say how long: the longer of the windows that are used up quickly.</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads it.</summary>
    /// <param name="isRepeatable">Whether the call may be made again without knowing what came of it.</param>
    /// <param name="exchange">What came of sending.</param>
    public static Attempt Read(bool isRepeatable, Exchange exchange) => exchange switch
    {
        Exchange.Answered it => Read(isRepeatable, it.Reply),
        Exchange.Unsent it => new Attempt(new ConnectorReply<JsonElement>.NotSent(it.Why)),
        Exchange.Lost it => Unclear(isRepeatable, it.Why),
        _ => throw new InvalidOperationException("An exchange is one of the three above."),
    };

    private static Attempt Read(bool isRepeatable, WireReply reply) => reply.Status switch
    {
        >= 200 and < 300 => Done(isRepeatable, reply),
        429 => new Attempt(new ConnectorReply<JsonElement>.Throttled(Bounded(reply.RetryAfter ?? DefaultWait))) { IsWorthRepeating = true, After = reply.RetryAfter is { } said ? Bounded(said) : null },
        412 or 503 => new Attempt(new ConnectorReply<JsonElement>.NotSent(What(reply))) { IsWorthRepeating = true },
        502 or 504 => Unclear(isRepeatable, What(reply)) with { IsWorthRepeating = isRepeatable },
        408 or >= 500 => Unclear(isRepeatable, What(reply)),
        _ => new Attempt(ConnectorErrors.Of<JsonElement>(reply.Status, ConnectorError.Of(reply))) { IsUnauthorized = reply.Status == 401 },
    };

    private static Attempt Done(bool isRepeatable, WireReply reply) =>
        reply.Body.IsEmpty ? new Attempt(new ConnectorReply<JsonElement>.Done(WireJson.Empty))
        : !reply.IsTooLong && WireJson.Object(reply.Body.Span) is { } json ? new Attempt(new ConnectorReply<JsonElement>.Done(json))
        : Unclear(isRepeatable, $"Teams answered {reply.Status} with something that is no answer of its connector.");

    private static Attempt Unclear(bool isRepeatable, string why) =>
        new(isRepeatable ? new ConnectorReply<JsonElement>.NotSent(why) : new ConnectorReply<JsonElement>.Uncertain(why));

    private static TimeSpan Bounded(TimeSpan wait) => wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    private static string What(WireReply reply)
    {
        var error = ConnectorError.Of(reply);
        return $"Teams answered {reply.Status} ({error.Code}){(error.Message.Length == 0 ? "" : $": {error.Message}")}.";
    }
}
