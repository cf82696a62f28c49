namespace Baton.Teams;

/// <summary>Who may leave tokens away: a developer, with an emulator on the same machine. Anybody else would let strangers speak as whoever they like.</summary>
public static class EmulatorRule
{
    /// <summary>What is wrong with leaving tokens away here; null when nothing is, or tokens are asked for.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="isDevelopment">Whether the environment is <c>Development</c>.</param>
    /// <param name="urls">All addresses that the process listens at.</param>
    public static string? Fault(TeamsOptions options, bool isDevelopment, IReadOnlyList<string> urls)
    {
        if (options.Auth != TeamsAuth.None)
        {
            return null;
        }

        var why = !isDevelopment ? "the environment is not Development (DOTNET_ENVIRONMENT)"
            : urls.FirstOrDefault(url => !IsLoopback(url)) is { } open ? $"it would listen at {open}, where others than this machine may call"
            : null;
        return why is null ? null : $"{TeamsOptions.Section}:{nameof(TeamsOptions.Auth)} is None, which is for an emulator on the developer's own machine, and {why}; expected Tokens.";
    }

    // "http://*:3978" and "http://+:80" are no addresses at all, and listen to everybody.
    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
