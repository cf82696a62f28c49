namespace Baton.Teams.Installing;

/// <summary>Something that was looked at.</summary>
/// <param name="Fine">Whether it is as it should be.</param>
/// <param name="Text">What was found, and what to do about it.</param>
public sealed record TeamsFinding(bool Fine, string Text);
