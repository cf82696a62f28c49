namespace Baton.Teams.Connector;

/// <summary>Nothing is to be said but that it is done.</summary>
public sealed record None;
