namespace Baton.Teams.Incoming;

/// <summary>A colleague who is mentioned in a text.</summary>
/// <param name="Id">The id that only this bot knows the person by, <c>29:…</c>.</param>
/// <param name="Name">The name, as it stands in the text after <c>@</c>.</param>
internal sealed record Mention(string Id, string Name);
