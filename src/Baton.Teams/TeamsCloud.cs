namespace Baton.Teams;

/// <summary>Whose Teams it is. Each has its own issuers, keys and connectors.</summary>
public enum TeamsCloud
{
    /// <summary>The one that nearly everybody uses.</summary>
    Public,

    /// <summary>That of the government of the United States (GCC High and DoD; GCC is <see cref="Public"/>).</summary>
    UsGovernment,

    /// <summary>That of China, run by 21Vianet.</summary>
    China,
}
