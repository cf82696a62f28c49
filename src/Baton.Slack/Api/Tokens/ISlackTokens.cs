namespace Baton.Slack.Api.Tokens;

/// <summary>Where the client's tokens come from.</summary>
public interface ISlackTokens
{
    /// <summary>The token to call with now.</summary>
    /// <param name="kind">Whose.</param>
    /// <param name="rejected">A token that Slack has just refused; null usually. The same again means that there is no better one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SlackTokenException">There is none to be had.</exception>
    ValueTask<string> TokenAsync(SlackTokenKind kind, string? rejected, CancellationToken cancellation);
}
