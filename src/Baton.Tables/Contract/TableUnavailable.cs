namespace Baton.Tables;

/// <summary>Why a store cannot be used now.</summary>
public enum TableUnavailable
{
    /// <summary>No room is left for writing; reading may still work.</summary>
    DiskFull,

    /// <summary>Another process holds the store for itself, or it is too busy.</summary>
    Locked,

    /// <summary>What is stored cannot be trusted or understood.</summary>
    Corrupt,

    /// <summary>The store may not be written or created; reading may still work.</summary>
    ReadOnly,

    /// <summary>The device or the connection failed. What was being committed may or may not be there: read again.</summary>
    IoError,

    /// <summary>The store takes fewer calls than it gets. What was being committed is not there.</summary>
    Throttled,

    /// <summary>The store does not let this process in: key, signature, role, network rule, or a clock that is wrong.</summary>
    Refused,

    /// <summary>The store was not reached at all. What was being committed is not there.</summary>
    Unreachable,
}
