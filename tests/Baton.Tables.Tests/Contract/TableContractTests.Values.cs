using FsCheck.Fluent;

namespace Baton.Tables.Tests.Contract;

public abstract partial class TableContractTests
{
    [Fact]
    public async Task Any_values_come_back_as_they_were_written()
    {
        var rows = Arbitrary.Values.Generator.Sample(40, 300).ToArray();
        var actions = rows.Select((values, i) => new TableAction.Insert($"{i:D3}", values)).Chunk(50);
        foreach (var chunk in actions)
            await Commit([.. chunk]);

        var read = new List<TableValues>();
        await foreach (var row in engine.ReadAllAsync(Table, Partition, RowRange.All, default))
            read.Add(row.Values);

        Assert.Equal(rows, read);
    }

    [Fact]
    public async Task Values_at_the_ends_of_their_types_come_back()
    {
        var values = new TableValues
        {
            { "empty", "" }, { "nul", "a\0b" }, { "smile", "😀" },
            { "int", int.MinValue }, { "int2", int.MaxValue }, { "long", long.MinValue }, { "long2", long.MaxValue },
            { "nan", double.NaN }, { "up", double.PositiveInfinity }, { "down", double.NegativeInfinity }, { "tiny", double.Epsilon },
            { "one", 1.0 }, { "yes", true }, { "no", false }, { "none", Array.Empty<byte>() }, { "bytes", new byte[] { 0, 255 } },
            { "tick", TableRules.MinInstant.AddTicks(1) },
        };

        await Commit(new TableAction.Insert("a", values));

        Assert.Equal(values, (await Get("a"))?.Values);
    }

    [Fact]
    public async Task An_instant_comes_back_in_utc_and_to_the_tick()
    {
        var tokyo = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(9)).AddTicks(1);

        await Commit(new TableAction.Insert("a", new TableValues { { "at", tokyo } }));

        var read = (await Get("a"))!.Values.GetDateTimeOffset("at");
        Assert.Equal((tokyo.UtcTicks, TimeSpan.Zero), (read.Ticks, read.Offset));
    }

    [Fact]
    public async Task A_row_may_have_no_properties_at_all()
    {
        await Commit(new TableAction.Insert("a", []));

        Assert.Empty((await Get("a"))!.Values);
    }
}
