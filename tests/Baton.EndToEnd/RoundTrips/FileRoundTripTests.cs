using Baton.Tables;
using Baton.Tables.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.EndToEnd.RoundTrips;

/// <summary>Round trips to a file.</summary>
public sealed class FileRoundTripTests : RoundTripTests
{
    protected override Task<string> ConnectionAsync(string file) => Task.FromResult($"Data Source={file}");

    protected override ITableEngine Inner(IServiceProvider services) => services.GetRequiredService<SqliteTableEngine>();
}
