namespace Baton.Handoffs.People;

/// <summary>What a chat platform says of a person.</summary>
/// <param name="Locale">BCP 47 language of the profile, such as <c>ja-JP</c>; null when the platform does not say.</param>
/// <param name="TimeZone">IANA time zone of the profile; null when the platform does not say, ignored when nobody knows it.</param>
/// <param name="Deactivated">Whether the account was closed: the person is away for good then.</param>
public sealed record PersonProfile(string? Locale, string? TimeZone, bool Deactivated);
