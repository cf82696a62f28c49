namespace Baton.Handoffs.Sla;

/// <summary>What is known about a handoff when its policy is chosen. Compared without regard to case.</summary>
/// <param name="Tier">Tier of the score, such as <c>hot</c>.</param>
/// <param name="Source">Source of the lead, such as <c>hubspot</c>.</param>
/// <param name="Segment">Segment of the company.</param>
/// <param name="Region">Region of the company.</param>
public sealed record SlaSubject(string? Tier = null, string? Source = null, string? Segment = null, string? Region = null);
