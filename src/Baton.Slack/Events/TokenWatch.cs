using Baton.Slack.Api;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Events;

/// <summary>Asks Slack once a minute whether it takes Baton's token.</summary>
internal sealed class TokenWatch(SlackClient client, SlackHealth health, TimeProvider time, ILogger<TokenWatch> logger)
    : PlatformWatch("Slack", health, time, logger)
{
    /// <inheritdoc />
    protected override Task AskAsync(CancellationToken cancellation) => client.CallAsync(SlackMethod.AuthTest, [], cancellation);
}
