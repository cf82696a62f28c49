namespace Baton.Tables.Tests.Sqlite;

public sealed class PageSizeTests : IDisposable
{
    private readonly TableFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_page_of_large_rows_ends_early_so_that_memory_stays_bounded()
    {
        await using var engine = await file.OpenAsync();
        var values = new TableValues();
        for (var i = 0; i < 15; i++)
            values.Add($"part{i}", new byte[TableRules.MaxBinaryLength]);
        for (var i = 0; i < 12; i++)
            await engine.CommitAsync(TableFile.Table, "p", [new TableAction.Insert($"{i:D2}", values)], default);

        var page = await engine.QueryAsync(TableFile.Table, "p", RowRange.All, 1000, null, default);

        Assert.InRange(page.Rows.Count, 1, 6);
        Assert.NotNull(page.Continuation);
    }
}
