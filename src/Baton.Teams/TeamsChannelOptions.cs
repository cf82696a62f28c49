namespace Baton.Teams;

/// <summary>A channel or chat that is spoken to in another language. It is an entry of a list, for its id holds colons, which no key can.</summary>
public sealed class TeamsChannelOptions
{
    /// <summary>Its id, <c>19:…</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; set; } = "";
}
