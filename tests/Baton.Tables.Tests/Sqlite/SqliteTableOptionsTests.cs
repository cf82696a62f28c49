using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class SqliteTableOptionsTests
{
    public static TheoryData<SqliteTableOptions> Wrong { get; } =
    [
        new SqliteTableOptions { Path = " " },
        new SqliteTableOptions { Path = "x", BusyTimeout = TimeSpan.FromSeconds(61) },
        new SqliteTableOptions { Path = "x", BusyTimeout = TimeSpan.FromTicks(-1) },
        new SqliteTableOptions { Path = "x", Readers = 0 },
        new SqliteTableOptions { Path = "x", Readers = 65 },
        new SqliteTableOptions { Path = "x", CacheKilobytes = 63 },
        new SqliteTableOptions { Path = "x", MaximumBytes = 65_535 },
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_option_out_of_range_is_refused_before_the_file_is_touched(SqliteTableOptions options) =>
        Assert.Throws<ArgumentException>(() => new SqliteTableEngine(options));
}
