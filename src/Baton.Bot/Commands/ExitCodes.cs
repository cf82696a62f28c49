namespace Baton.Bot.Commands;

/// <summary>How the process ends.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>It ran, and something was found wrong.</summary>
    public const int Failed = 1;

    /// <summary>The store cannot be used (sysexits: EX_UNAVAILABLE).</summary>
    public const int NoStore = 69;

    /// <summary>The configuration is wrong (sysexits: EX_CONFIG).</summary>
    public const int WrongConfiguration = 78;
}
