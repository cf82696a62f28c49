using Baton.Tables.Tests.Doubles;

namespace Baton.Tables.Tests.Contract;

public sealed class TableQueriesTests
{
    [Fact]
    public async Task Empty_pages_with_a_continuation_do_not_end_a_query()
    {
        await using var engine = new CountingTableEngine(new PagedEngine(
            [], [new TableRow("a", [], "1")], [], [new TableRow("b", [], "2"), new TableRow("c", [], "3")], []));

        var keys = new List<string>();
        await foreach (var row in engine.ReadAllAsync("rows", "p", RowRange.All, default))
            keys.Add(row.RowKey);

        Assert.Equal(["a", "b", "c"], keys);
        Assert.Equal((5, 5), (engine.Queries, engine.RoundTrips));
    }

    /// <summary>Answers with given pages, as the service may cut them.</summary>
    private sealed class PagedEngine(params TableRow[][] pages) : ITableEngine
    {
        public Task<TablePage> QueryAsync(string table, string partitionKey, RowRange range, int take, string? continuation, CancellationToken ct)
        {
            var page = int.Parse(continuation ?? "0");
            return Task.FromResult(new TablePage(pages[page], page + 1 < pages.Length ? $"{page + 1}" : null));
        }

        public Task CreateTablesAsync(IReadOnlyCollection<string> tables, CancellationToken ct) => throw new NotSupportedException();

        public Task<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> CommitAsync(string table, string partitionKey, IReadOnlyList<TableAction> actions, CancellationToken ct) =>
            throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
