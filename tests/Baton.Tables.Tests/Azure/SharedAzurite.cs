using Baton.Tables.Azure;

namespace Baton.Tables.Tests.Azure;

/// <summary>One emulator for all tests of this assembly, started by the first that needs it; it ends with this process. Each store in it has table names of its own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private static readonly Lazy<Task<Azurite>> Started = new(Azurite.StartAsync);

    // Counted by any thread, by interlocked increment.
    private static int stores;

    /// <summary>The emulator.</summary>
    public Azurite Azurite { get; private set; } = null!;

    public async Task InitializeAsync() => Azurite = await Started.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty store of its own.</summary>
    public AzureTableEngine Engine()
    {
        Assert.True(ConnectionText.TryRead(Azurite.ConnectionString, out var connection, out var problem), problem);
        return new AzureTableEngine(new AzureTableOptions { Connection = connection, TablePrefix = $"t{Interlocked.Increment(ref stores)}x" });
    }
}
