using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Baton.Tables.Azure.Client;

/// <summary>
/// Sends again what surely was not done: reads, and writes that the service did not take. A write whose answer is lost goes back to its
/// caller, who alone can find out whether it took effect.
/// </summary>
/// <param name="options">How often and after how long.</param>
internal sealed class TableRetryPolicy(RetryOptions options)
    : RetryPolicy(options.MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(options.Delay, options.MaxDelay))
{
    /// <summary>Whether a failed write can be told not to have taken effect.</summary>
    /// <param name="response">The answer; null when there was none.</param>
    /// <param name="failure">What came instead of one.</param>
    public static bool WasNotTaken(Response? response, Exception? failure)
    {
        if (failure is not null)
            return NeverSent(failure);
        return response?.Status switch
        {
            429 => true,
            503 => TableFailure.CodeOf(response) == TableErrorCode.ServerBusy,
            _ => false,
        };
    }

    /// <inheritdoc/>
    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => Allows(message, exception) && base.ShouldRetry(message, exception);

    /// <inheritdoc/>
    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        Allows(message, exception) && await base.ShouldRetryAsync(message, exception);

    private static bool Allows(HttpMessage message, Exception? exception) =>
        message.Request.Method == RequestMethod.Get || WasNotTaken(message.HasResponse ? message.Response : null, exception);

    // Azure.Core wraps what the transport threw.
    private static bool NeverSent(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => true,
        { InnerException: { } inner } => NeverSent(inner),
        _ => false,
    };
}
