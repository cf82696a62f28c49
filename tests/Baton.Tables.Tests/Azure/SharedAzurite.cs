using Baton.Tables.Azure;

namespace Baton.Tables.Tests.Azure;

/// <summary>One emulator for all tests of this assembly, started by the first that needs it; it ends with this process. Each store in it has table names of its own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    // No emulator is given up because the machine is slow.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly Lazy<Task<Azurite>> Started = new(Azurite.StartAsync);

    // Counted by any thread, by interlocked increment.
    private static int stores;

    /// <summary>The emulator.</summary>
    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync() => Azurite = await Started.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty store of its own.</summary>
    public AzureTableEngine Engine() => Engine(Azurite.ConnectionString, $"t{Interlocked.Increment(ref stores)}x");

    /// <summary>A store in an account.</summary>
    /// <param name="text">The account.</param>
    /// <param name="prefix">What its tables' names begin with.</param>
    internal static AzureTableEngine Engine(string text, string prefix)
    {
        Assert.True(ConnectionText.TryRead(text, out var connection, out var problem), problem);
        return new AzureTableEngine(new AzureTableOptions { Connection = connection, TablePrefix = prefix, AttemptTimeout = Patience, CommitLimit = Patience });
    }
}
