namespace Baton.Tables.Backup;

/// <summary>How far a restore is. The names are stored.</summary>
public enum RestorePhase
{
    /// <summary>What was in the store is being deleted.</summary>
    Clearing,

    /// <summary>The rows of the file are being written.</summary>
    Writing,

    /// <summary>Every row is there and was compared; what follows from handoffs is being brought up to them.</summary>
    Settling,

    /// <summary>The store was found to hold something else than the file: only beginning anew helps.</summary>
    Differing,
}
