namespace Baton.Handoffs.Funnel.Commands;

/// <summary>A command and how it is to be answered.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Share">Whether everybody in the place may see the answer; private otherwise.</param>
public sealed record FunnelRequest(FunnelCommand Command, bool Share);
