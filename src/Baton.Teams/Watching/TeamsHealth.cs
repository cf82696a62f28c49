using Baton.Handoffs.Chat;

namespace Baton.Teams.Watching;

/// <summary>Whether Teams takes Baton for who it is, and Baton can tell what comes from Teams: what <c>/readyz</c> says of Teams.</summary>
public sealed class TeamsHealth : IPlatformHealth
{
    // Replaced as a whole.
    private volatile TeamsStanding standing = TeamsStanding.Well;

    /// <inheritdoc />
    public string Platform => TeamsPlatform.PlatformName;

    /// <inheritdoc />
    public string? Problem => standing.Problem;

    /// <summary>What was found.</summary>
    internal void Found(TeamsStanding found) => standing = found;
}
