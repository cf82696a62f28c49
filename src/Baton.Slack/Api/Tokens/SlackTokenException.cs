namespace Baton.Slack.Api.Tokens;

/// <summary>There is no token to call with.</summary>
/// <param name="answer">What a call that needs one is answered with.</param>
public sealed class SlackTokenException(SlackAnswer answer) : Exception("There is no token to call Slack with.")
{
    /// <summary>What a call that needs one is answered with.</summary>
    public SlackAnswer Answer { get; } = answer;
}
