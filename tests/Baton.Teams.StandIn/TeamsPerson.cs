namespace Baton.Teams.StandIn;

/// <summary>Somebody in the tenant.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Email">The e-mail address, which is the user principal name, too.</param>
public sealed record TeamsPerson(string Name, string Email)
{
    /// <summary>The id that only this bot knows the person by.</summary>
    public string Id { get; init; } = $"29:1{Guid.NewGuid():N}{Guid.NewGuid():N}"[..50];

    /// <summary>The Entra object id.</summary>
    public string ObjectId { get; init; } = Guid.NewGuid().ToString("D");

    /// <summary>The language of the person's client.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What the person is in the tenant: <c>user</c> or <c>guest</c>.</summary>
    public string Role { get; init; } = "user";

    /// <summary>The time zone of the person's client.</summary>
    public string TimeZone { get; init; } = "Asia/Tokyo";
}
