namespace Baton.Slack.Api.Tokens;

/// <summary>Keeps the workspace's grant for all processes.</summary>
public interface ISlackGrants
{
    /// <summary>The grant; null before the first.</summary>
    Task<SlackGrant?> ReadAsync(CancellationToken cancellation);

    /// <summary>Puts <paramref name="next"/> in the place of <paramref name="current"/>; false, and nothing changed, when another is there by now.</summary>
    /// <param name="current">What was read; null when there was none.</param>
    /// <param name="next">What is to be kept.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<bool> ReplaceAsync(SlackGrant? current, SlackGrant next, CancellationToken cancellation);
}
