using System.Text.Json;

namespace Baton.Slack.Api;

/// <summary>What came of a call.</summary>
public abstract record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Body">The whole answer; an empty object where Slack answers with a plain <c>ok</c>.</param>
    public sealed record Ok(JsonElement Body) : SlackAnswer
    {
        /// <summary>The scopes that the token has, as its header <c>x-oauth-scopes</c> says (https://docs.slack.dev/authentication/installing-with-oauth); empty without one.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>Not done: there were too many calls. Said by Slack, or known beforehand.</summary>
    /// <param name="Wait">How long to wait, from now.</param>
    public sealed record RateLimited(TimeSpan Wait) : SlackAnswer;

    /// <summary>Not done, and Slack says why.</summary>
    /// <param name="Error">What that calls for.</param>
    /// <param name="Code">Slack's word for it.</param>
    /// <param name="Detail">What an operator can do about it, in English, with what else Slack said. Holds no secret.</param>
    public sealed record Refused(SlackError Error, string Code, string Detail) : SlackAnswer;

    /// <summary>It did not happen, or happening twice does no harm: call again.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record NotSent(string Why) : SlackAnswer;

    /// <summary>Nobody knows whether it happened, and twice would be once too often: look first.</summary>
    /// <param name="Why">In English, for an operator.</param>
    public sealed record Uncertain(string Why) : SlackAnswer;
}
