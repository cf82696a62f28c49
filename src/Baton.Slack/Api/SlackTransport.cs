using System.Net.Http.Headers;
using Baton.Wire;

namespace Baton.Slack.Api;

/// <summary>Sends one request to Slack and reads its answer, within limits of time and size.</summary>
public sealed class SlackTransport(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of its clients.</summary>
    internal const string Client = "Slack";

    /// <summary>The header that says which scopes a token has.</summary>
    internal const string ScopesHeader = "x-oauth-scopes";

    // A page of 200 messages with the largest blocks stays below.
    private const int MaxBytes = 8 * 1024 * 1024;

    private WireTransport wire = new(clients, Client, time) { MaxBytes = MaxBytes, Keep = [ScopesHeader] };

    /// <summary>How long one call may take, from first to last.</summary>
    public TimeSpan Limit
    {
        get => wire.Limit;
        init => wire = new(clients, Client, time) { MaxBytes = MaxBytes, Keep = [ScopesHeader], Limit = value };
    }

    /// <summary>Sends it.</summary>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    internal Task<Exchange> SendAsync(Uri address, AuthenticationHeaderValue? authorization, WatchedContent content, CancellationToken cancellation) =>
        wire.SendAsync(HttpMethod.Post, address, authorization, content, cancellation);
}
