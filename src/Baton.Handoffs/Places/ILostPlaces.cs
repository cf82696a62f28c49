using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Places;

/// <summary>Remembers which places take no messages. There are few, ever.</summary>
public interface ILostPlaces
{
    /// <summary>All of them, in one query.</summary>
    Task<IReadOnlyList<LostPlace>> AllAsync(CancellationToken cancellation);

    /// <summary>One; null when nothing is wrong with it.</summary>
    Task<LostPlace?> FindAsync(Place place, CancellationToken cancellation);

    /// <summary>Writes one by its tag; false when somebody else has written it meanwhile, and nothing was.</summary>
    Task<bool> SaveAsync(LostPlace lost, CancellationToken cancellation);

    /// <summary>Forgets one by its tag; false when somebody else has written it meanwhile.</summary>
    Task<bool> ForgetAsync(LostPlace lost, CancellationToken cancellation);
}
