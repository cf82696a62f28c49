using Baton.Tables.Tests.Contract;

namespace Baton.Tables.Tests.Azure;

/// <summary>The contract against Microsoft's emulator.</summary>
/// <param name="shared">The emulator.</param>
public sealed class AzuriteTableContractTests(SharedAzurite shared) : TableContractTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine Create() => shared.Engine();
}
