namespace Baton.Handoffs.Replicas;

/// <summary>What one process knows of the others that work on the same store.</summary>
public interface IReplicas
{
    /// <summary>This process's name among them: another one with every start.</summary>
    string Id { get; }

    /// <summary>How many are at work, this one included: at least 1. One that has died counts until its silence has lasted a lease.</summary>
    int Living { get; }

    /// <summary>
    /// How far this machine's clock is ahead of the slowest clock among them; zero where no difference can be told. Whoever acts on an instant that another
    /// one wrote takes it off, so that it does not act before the writer meant.
    /// </summary>
    TimeSpan Ahead { get; }

    /// <summary>One process alone.</summary>
    static IReplicas Alone { get; } = new OneReplica();

    private sealed class OneReplica : IReplicas
    {
        public string Id => "";

        public int Living => 1;

        public TimeSpan Ahead => TimeSpan.Zero;
    }
}
