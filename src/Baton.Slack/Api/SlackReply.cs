namespace Baton.Slack.Api;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes, complete unless <see cref="IsTooLong"/>.</param>
internal sealed record SlackReply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The media type, without parameters.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>How long Slack asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The scopes of the token.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether there was more than anything of Slack's ever has.</summary>
    public bool IsTooLong { get; init; }
}
