namespace Baton.Teams.Incoming;

/// <summary>Who did something.</summary>
/// <param name="Id">The id that only this bot knows the person by, <c>29:…</c>.</param>
/// <param name="ObjectId">The person's Entra object id; null when Teams does not say.</param>
/// <param name="IsBot">Whether it is a program.</param>
/// <param name="Locale">The language of the person's Teams, such as <c>ja-JP</c>; null when Teams does not say.</param>
/// <param name="TimeZone">The IANA name of the person's zone; null when Teams does not say.</param>
internal sealed record Sender(string Id, string? ObjectId, bool IsBot, string? Locale, string? TimeZone);
