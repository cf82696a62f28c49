using Baton.Tables.Azure;
using Baton.Tables.StandIn;

namespace Baton.Tables.Tests.Azure;

/// <summary>A store in the strict stand-in, with one table, whose client loses no time between repetitions.</summary>
public abstract class StrictStore : IAsyncLifetime
{
    /// <summary>The table.</summary>
    protected const string Table = "rows";

    /// <summary>The partition.</summary>
    protected const string Partition = "p";

    protected StrictTables Service { get; private set; } = null!;

    protected AzureTableEngine Engine { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Service = await StrictTables.StartAsync();
        Engine = Open(Service.ConnectionString);
        await Engine.CreateTablesAsync([Table], default);
    }

    public async Task DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Service.DisposeAsync();
    }

    protected static AzureTableEngine Open(string text, TimeProvider? time = null, TimeSpan? commitLimit = null)
    {
        Assert.True(ConnectionText.TryRead(text, out var connection, out var problem), problem);
        return new AzureTableEngine(new AzureTableOptions
        {
            Connection = connection,
            Retries = 2,
            Delay = TimeSpan.FromMilliseconds(1),
            MaxDelay = TimeSpan.FromMilliseconds(2),
            Time = time ?? TimeProvider.System,
            CommitLimit = commitLimit ?? TimeSpan.FromSeconds(20),
        });
    }

    protected static TableValues Values(int number) => new() { { "number", number } };

    protected Task<IReadOnlyList<string>> Commit(params TableAction[] actions) => Engine.CommitAsync(Table, Partition, actions, default);

    protected async Task<string> Insert(string rowKey, int number) => (await Commit(new TableAction.Insert(rowKey, Values(number))))[0];

    protected async Task<int?> Number(string rowKey) => (await Engine.GetAsync(Table, Partition, rowKey, default))?.Values.GetInt32("number");

    /// <summary>Somebody else, whose requests nothing happens to: faults are taken by those who come first.</summary>
    protected async Task Rival(params TableAction[] actions)
    {
        await using var rival = Open(Service.ConnectionString);
        await rival.CommitAsync(Table, Partition, actions, default);
    }
}
