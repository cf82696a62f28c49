namespace Baton.Teams;

/// <summary>What an activity must bring to be believed.</summary>
public enum TeamsAuth
{
    /// <summary>A token of the channel service.</summary>
    Tokens,

    /// <summary>Nothing. For an emulator on the developer's own machine only.</summary>
    None,
}
