namespace Baton.Slack.Api.Tokens;

/// <summary>The tokens of the configuration, which do not expire.</summary>
public sealed class ConfiguredTokens(SlackOptions options) : ISlackTokens
{
    /// <inheritdoc />
    public ValueTask<string> TokenAsync(SlackTokenKind kind, string? rejected, CancellationToken cancellation) =>
        ValueTask.FromResult(kind == SlackTokenKind.App ? options.AppToken : options.BotToken);
}
