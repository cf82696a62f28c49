namespace Baton.Teams.Connector;

/// <summary>So many calls in so long a time, whenever it begins.</summary>
/// <param name="Most">How many.</param>
/// <param name="Length">How long.</param>
internal sealed record PaceWindow(int Most, TimeSpan Length);
