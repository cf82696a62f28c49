using Baton.Wire;

namespace Baton.Webhooks;

/// <summary>Sends one message to a hook, within a limit of time. Nothing of an answer's body is read.</summary>
public sealed class HookTransport(IHttpClientFactory clients, TimeProvider time, TimeSpan limit)
{
    /// <summary>How long a receiver may take. The specification recommends 15 to 30 seconds; less than the outbox gives a send.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>The name of its clients.</summary>
    internal const string Client = "Webhooks";

    private readonly WireTransport wire = new(clients, Client, time) { Limit = limit, ReadsBody = false };

    /// <summary>Sends it.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    internal Task<Exchange> PostAsync(Uri address, IReadOnlyList<KeyValuePair<string, string>> headers, WatchedContent content, CancellationToken cancellation) =>
        wire.SendAsync(HttpMethod.Post, address, null, headers, content, cancellation);
}
