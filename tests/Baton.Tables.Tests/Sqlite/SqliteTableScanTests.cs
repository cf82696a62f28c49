using Baton.Tables.Tests.Contract;

namespace Baton.Tables.Tests.Sqlite;

public sealed class SqliteTableScanTests : TableScanContractTests, IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    protected override ITableEngine Create() => file.Engine();
}
