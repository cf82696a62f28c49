namespace Baton.Slack.Installing;

/// <summary>What came of an installation by a click.</summary>
internal abstract record InstallResult
{
    private InstallResult()
    {
    }

    /// <summary>The token is kept.</summary>
    /// <param name="Team">The workspace's name.</param>
    public sealed record Installed(string Team) : InstallResult;

    /// <summary>Somebody clicked Cancel.</summary>
    public sealed record Cancelled : InstallResult;

    /// <summary>It was not begun in this browser, took too long, or was ended before.</summary>
    public sealed record Stale : InstallResult;

    /// <summary>It is another workspace than the one that is configured.</summary>
    /// <param name="Team">The workspace's name.</param>
    /// <param name="GivenBack">Whether Slack says that its token is revoked; else somebody must remove the app there.</param>
    public sealed record OtherWorkspace(string Team, bool GivenBack) : InstallResult;

    /// <summary>It was installed for a whole organisation.</summary>
    /// <param name="GivenBack">Whether Slack says that its token is revoked; else somebody must remove the app there.</param>
    public sealed record Organisation(bool GivenBack) : InstallResult;

    /// <summary>Not everything that is needed was granted. Nothing is kept; the token is not revoked, because that would end an installation that works.</summary>
    /// <param name="Missing">The scopes.</param>
    public sealed record ScopesMissing(IReadOnlyList<string> Missing) : InstallResult;

    /// <summary>Slack says no.</summary>
    /// <param name="Code">Slack's word for it.</param>
    public sealed record Refused(string Code) : InstallResult;

    /// <summary>Slack, or the store, could not be reached; the installation must be begun again.</summary>
    public sealed record Unreachable : InstallResult;
}
