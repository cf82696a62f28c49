using Baton.Handoffs.Leads;

namespace Baton.Teams.Places;

/// <summary>Somebody of the roster as Teams knows them to this bot.</summary>
/// <param name="Email">By which the roster knows the person.</param>
/// <param name="UserId">The id that only this bot knows the person by, <c>29:…</c>.</param>
/// <param name="ObjectId">The Entra object id; null when Teams did not say.</param>
/// <param name="ServiceUrl">Where the person is written to.</param>
/// <param name="Tenant">The tenant; null when Teams did not say.</param>
/// <param name="Conversation">The conversation with the person alone; null until it is opened.</param>
public sealed record KnownPerson(EmailAddress Email, string UserId, string? ObjectId, Uri ServiceUrl, string? Tenant, string? Conversation);
