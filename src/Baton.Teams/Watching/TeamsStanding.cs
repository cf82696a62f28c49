namespace Baton.Teams.Watching;

/// <summary>How Baton stands with Teams, each part in English for an operator, without secrets.</summary>
/// <param name="Credentials">Why Baton gets no token of its own, so that nothing can be posted; null when it gets one.</param>
/// <param name="Keys">Why the keys cannot be fetched by which Baton tells what comes from Teams; null when they can.</param>
public sealed record TeamsStanding(string? Credentials, string? Keys)
{
    /// <summary>Nothing is wrong.</summary>
    public static TeamsStanding Well { get; } = new(null, null);

    /// <summary>All that is wrong; null when nothing is.</summary>
    public string? Problem => Credentials is null && Keys is null ? null : string.Join(' ', new[] { Credentials, Keys }.OfType<string>());
}
