namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task Of_a_thousand_compare_and_swaps_one_wins_each_round()
    {
        var etag = await Insert("a", 0);
        for (var round = 1; round <= 10; round++)
        {
            var expected = etag;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(
                i => Task.Run(() => TrySwap(expected, (round * 1000) + i))));

            var winner = Assert.Single(outcomes, outcome => outcome.ETag is not null);
            etag = winner.ETag!;
            var row = await Get("a");
            Assert.Equal((etag, winner.Number), (row!.ETag, row.Values.GetInt32("number")));
        }
    }

    [Fact]
    public async Task Of_many_inserts_of_one_row_one_wins_and_the_rest_of_each_loser_is_not_there()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            try
            {
                await Commit(new TableAction.Insert($"own{i}", Values(i)), new TableAction.Insert("shared", Values(i)));
                return true;
            }
            catch (TableConflictException)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, won => won);
        Assert.Equal([$"own{await Number("shared")}", "shared"], await Keys(RowRange.All));
    }

    [Fact]
    public async Task A_read_after_an_awaited_commit_sees_it_while_others_write()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await Commit(new TableAction.Upsert($"{caller}", Values(i)));
                Assert.Equal(i, await Number($"{caller}"));
            }
        })));
    }

    [Fact]
    public async Task A_query_never_sees_half_a_batch()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
                await Commit(new TableAction.Upsert("a", Values(i)), new TableAction.Upsert("z", Values(i)));
        });
        while (!writing.IsCompleted)
        {
            var page = await engine.QueryAsync(Table, Partition, RowRange.All, 10, null, default);
            Assert.True(page.Rows.Select(row => row.Values.GetInt32("number")).Distinct().Count() <= 1);
        }

        await writing;
    }

    private async Task<(string? ETag, int Number)> TrySwap(string etag, int number)
    {
        try
        {
            return ((await Commit(new TableAction.Replace("a", Values(number), etag)))[0], number);
        }
        catch (TableConflictException conflict) when (conflict.Kind == TableConflict.Changed)
        {
            return (null, number);
        }
    }
}
