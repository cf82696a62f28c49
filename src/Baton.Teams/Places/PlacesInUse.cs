namespace Baton.Teams.Places;

/// <summary>The conversations that the configuration names: of a team's many channels only these matter when one comes or goes.</summary>
/// <param name="ids">Their ids.</param>
public sealed class PlacesInUse(IEnumerable<string> ids)
{
    private readonly HashSet<string> known = new(ids, StringComparer.Ordinal);

    /// <summary>They.</summary>
    public IReadOnlyCollection<string> Ids => known;

    /// <summary>Whether it is one of them.</summary>
    public bool Contains(string id) => known.Contains(id);
}
