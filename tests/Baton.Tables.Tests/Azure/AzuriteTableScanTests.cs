using Baton.Tables.Tests.Contract;

namespace Baton.Tables.Tests.Azure;

/// <summary>The scan's contract against Microsoft's emulator.</summary>
/// <param name="shared">The emulator.</param>
public sealed class AzuriteTableScanTests(SharedAzurite shared) : TableScanContractTests, IClassFixture<SharedAzurite>
{
    protected override ITableEngine Create() => shared.Engine();
}
