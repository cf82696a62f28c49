namespace Baton.Slack.Api;

/// <summary>What came of sending a request.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>There is an answer.</summary>
    public sealed record Answered(SlackReply Reply) : Exchange;

    /// <summary>Nothing left this machine.</summary>
    public sealed record Unsent(string Why) : Exchange;

    /// <summary>It was sent, wholly or in part, and no answer came.</summary>
    public sealed record Lost(string Why) : Exchange;
}
