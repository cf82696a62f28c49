using Baton.Tables.StandIn;
using Baton.Tables.Tests.Contract;

namespace Baton.Tables.Tests.Azure;

/// <summary>The contract against the strict stand-in, with pages that are short, sometimes empty, and continuations that tell nothing.</summary>
public sealed class StrictTableContractTests : TableContractTests, IClassFixture<StrictTableContractTests.Strict>
{
    private readonly Strict strict;

    public StrictTableContractTests(Strict strict) => this.strict = strict;

    protected override ITableEngine Create() => strict.NewEngine();

    /// <summary>One stand-in for the class; each test has table names of its own.</summary>
    public sealed class Strict : IAsyncLifetime
    {
        private StrictTables service = null!;
        private int stores;

        public async Task InitializeAsync()
        {
            service = await StrictTables.StartAsync();
            service.Paging.MostOnAPage = 700;
        }

        public async Task DisposeAsync() => await service.DisposeAsync();

        public ITableEngine NewEngine() => SharedAzurite.Engine(service.ConnectionString, $"s{Interlocked.Increment(ref stores)}x");
    }
}
