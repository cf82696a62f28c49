namespace Baton.Tables.Tests.Sqlite;

/// <summary>Random batches beside a model of what must become of them: one that does not hold leaves nothing, and says which of its actions is the first.</summary>
public sealed class RandomBatchTests : IDisposable
{
    private const int Rows = 6;
    private readonly TableFile file = new();
    private readonly Random random = new(20261130);

    // By partition and row.
    private readonly Dictionary<string, (string Text, string ETag)> model = [];
    private int written;

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Batches_are_done_whole_or_not_at_all()
    {
        await using var engine = await file.OpenAsync();
        var refused = 0;
        for (var i = 0; i < 1500; i++)
        {
            var batch = Batch("p", anything: true);
            var expected = Conflict(batch);

            var conflict = await Try(() => engine.CommitAsync(TableFile.Table, "p", batch.Actions, default), batch);

            Assert.Equal(expected, conflict);
            refused += conflict is null ? 0 : 1;
            await MatchesModel(engine);
        }

        Assert.InRange(refused, 300, 1300);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_batches_in_order_both_are_done_or_none(bool anything)
    {
        await using var engine = await file.OpenAsync();
        var refused = (First: 0, Then: 0);
        for (var i = 0; i < 1500; i++)
        {
            var (first, then) = (Batch("q", anything), Batch("p", anything: true));
            var (before, after) = (Conflict(first), Conflict(then));

            var conflict = await Try(() => engine.CommitInOrderAsync(first, then, default), first, then);

            Assert.Equal(before ?? after, conflict);
            await MakeRoom(engine, "q");
            refused = (refused.First + (before is null ? 0 : 1), refused.Then + (before is null && after is not null ? 1 : 0));
            await MatchesModel(engine);
        }

        Assert.InRange(refused.First, 100, 1400);
        Assert.InRange(refused.Then, 100, 1400);
    }

    // In the model when it was done: the etags are those of the last batch, and the ones before are read.
    private async Task<(int Index, TableConflict Kind)?> Try(Func<Task<IReadOnlyList<string>>> commit, params TableBatch[] batches)
    {
        try
        {
            var etags = await commit();
            foreach (var batch in batches)
            {
                foreach (var (i, action) in batch.Actions.Index())
                {
                    if (action is TableAction.IWrite write)
                        model[Key(batch, action)] = (write.Values.GetString("text"), batch == batches[^1] ? etags[i] : "");
                    else
                        model.Remove(Key(batch, action));
                }
            }

            return null;
        }
        catch (TableConflictException conflict)
        {
            return (conflict.Index, conflict.Kind);
        }
    }

    private async Task MatchesModel(ITableEngine engine)
    {
        foreach (var partition in new[] { "p", "q" })
        {
            var page = await engine.QueryAsync(TableFile.Table, partition, RowRange.All, 100, null, default);
            Assert.Equal(model.Keys.Where(k => k.StartsWith(partition, StringComparison.Ordinal)).Order(), page.Rows.Select(r => $"{partition}{r.RowKey}"));
            foreach (var row in page.Rows)
            {
                var (text, etag) = model[$"{partition}{row.RowKey}"];
                Assert.Equal(text, row.Values.GetString("text"));
                if (etag.Length == 0)
                    model[$"{partition}{row.RowKey}"] = (text, row.ETag);
                else
                    Assert.Equal(etag, row.ETag);
            }
        }
    }

    // Else what only adds would find no room any more.
    private async Task MakeRoom(ITableEngine engine, string partition)
    {
        var rows = model.Keys.Where(k => k.StartsWith(partition, StringComparison.Ordinal)).ToArray();
        if (rows.Length < Rows / 2)
            return;
        await engine.CommitAsync(TableFile.Table, partition, [.. rows.Select(r => new TableAction.Remove(r[1..]))], default);
        Array.ForEach(rows, r => model.Remove(r));
    }

    private TableBatch Batch(string partition, bool anything)
    {
        var rows = Enumerable.Range(0, Rows).ToArray();
        random.Shuffle(rows);
        return new TableBatch(TableFile.Table, partition, [.. rows.Take(random.Next(1, 5)).Select(row => Action(partition, $"{row}", anything))]);
    }

    // One that holds, four times of five.
    private TableAction Action(string partition, string row, bool anything)
    {
        var values = new TableValues { { "text", $"{++written}" } };
        if (!anything)
            return new TableAction.Insert(row, values);
        var there = model.TryGetValue(partition + row, out var found);
        if (random.Next(5) == 0)
            there = !there;
        var etag = found.ETag ?? "4711";
        return (there, random.Next(4)) switch
        {
            (_, 0) => new TableAction.Upsert(row, values),
            (false, _) => new TableAction.Insert(row, values),
            (_, 1) => new TableAction.Replace(row, values, random.Next(5) == 0 ? "4711" : etag),
            (_, 2) => new TableAction.Delete(row, random.Next(5) == 0 ? "no number" : etag),
            _ => new TableAction.Remove(row),
        };
    }

    private (int Index, TableConflict Kind)? Conflict(TableBatch batch)
    {
        foreach (var (i, action) in batch.Actions.Index())
        {
            var there = model.TryGetValue(Key(batch, action), out var found);
            TableConflict? conflict = action switch
            {
                TableAction.Upsert => null,
                TableAction.Insert => there ? TableConflict.AlreadyExists : null,
                _ when !there => TableConflict.Missing,
                TableAction.IGuarded guarded => guarded.ETag == found.ETag ? null : TableConflict.Changed,
                _ => null,
            };
            if (conflict is { } kind)
                return (i, kind);
        }

        return null;
    }

    private static string Key(TableBatch batch, TableAction action) => batch.PartitionKey + action.RowKey;
}
