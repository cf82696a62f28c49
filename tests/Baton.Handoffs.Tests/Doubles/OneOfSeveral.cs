using Baton.Handoffs.Replicas;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>A process among others.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Living">How many they are.</param>
public sealed record OneOfSeveral(string Id, int Living = 2) : IReplicas
{
    public TimeSpan Ahead => TimeSpan.Zero;
}
