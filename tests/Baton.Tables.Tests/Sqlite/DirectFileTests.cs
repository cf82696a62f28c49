using Baton.Tables.Sqlite;

namespace Baton.Tables.Tests.Sqlite;

public sealed class DirectFileTests : IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task The_file_that_SQLite_opens_is_the_one_that_is_read()
    {
        if (BatonVfs.Name is null)
            return; // Windows has no layer of ours.
        await (await file.OpenAsync()).DisposeAsync();
        using var connection = SqliteConnection.Open(file.Path, writable: false);

        var beginning = Read(DirectFile.Opened(), 16, 0);

        Assert.Equal("SQLite format 3\0"u8, beginning.AsSpan());
        Assert.Null(Read(DirectFile.Opened(), 16, new FileInfo(file.Path).Length - 15));
    }

    [Fact]
    public async Task A_file_that_was_opened_for_reading_only_is_not_written()
    {
        if (BatonVfs.Name is null)
            return;
        await (await file.OpenAsync()).DisposeAsync();
        var before = await File.ReadAllBytesAsync(file.Path);
        using var connection = SqliteConnection.Open(file.Path, writable: false);

        Assert.False(Write(DirectFile.Opened(), 7));

        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path));
    }

    [Fact]
    public void Nothing_is_done_with_a_file_that_nobody_opened()
    {
        DirectFile.Expect();

        Assert.Null(Read(DirectFile.Opened(), 1, 0));
        Assert.Null(Read(default, 1, 0));
        Assert.False(Write(default, 7));
    }

    private static unsafe byte[]? Read(DirectFile direct, int count, long offset)
    {
        var bytes = new byte[count];
        fixed (byte* to = bytes)
            return direct.TryRead(to, count, offset) ? bytes : null;
    }

    private static unsafe bool Write(DirectFile direct, byte value) => direct.TryWrite(&value, 1, 0);
}
