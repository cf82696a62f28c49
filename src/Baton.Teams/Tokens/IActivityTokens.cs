namespace Baton.Teams.Tokens;

/// <summary>Says whether an activity comes from Teams.</summary>
public interface IActivityTokens
{
    /// <summary>Looks at the token that came with an activity. Nothing that it says or logs holds the token.</summary>
    /// <param name="authorization">The header <c>Authorization</c> as it came; null without one.</param>
    /// <param name="origin">What the activity says of where it comes from.</param>
    /// <param name="now">When it came.</param>
    /// <param name="cancellation">Gives up waiting for keys.</param>
    Task<TokenVerdict> VerifyAsync(string? authorization, ActivityOrigin origin, DateTimeOffset now, CancellationToken cancellation);
}
