using Baton.Handoffs.Places;
using Baton.Handoffs.Routing;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class LostPlacesTests : StoreTests
{
    private static readonly Place Sales = new("teams", "19:a/b#c?@thread.tacv2");

    private TableLostPlaces Lost => new(Engine);

    [Fact]
    public async Task A_lost_place_comes_back_as_it_was_alone_and_among_all()
    {
        Assert.True(await Lost.SaveAsync(A() with { RevivedAt = House.Monday.AddHours(2), Told = [House.Rep.Email, House.Manager.Email] }, default));

        var found = (await Lost.FindAsync(Sales, default))!;

        Assert.Equal((Sales, "is_archived", House.Monday, House.Monday.AddMinutes(15), House.Monday.AddHours(2)), (found.Place, found.Why, found.Since, found.ProbeAt, found.RevivedAt));
        Assert.Equal([House.Rep.Email, House.Manager.Email], found.Told);
        Assert.Equal(found.Tag, Assert.Single(await Lost.AllAsync(default)).Tag);
        Assert.Null(await Lost.FindAsync(new Place("slack", Sales.Id), default));
    }

    [Fact]
    public async Task Of_two_who_find_it_lost_at_once_one_is_first()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Lost.SaveAsync(A(), default))));

        Assert.Single(first, won => won);
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_has_changed_meanwhile_writes_nothing()
    {
        await Lost.SaveAsync(A(), default);
        var read = (await Lost.FindAsync(Sales, default))!;
        Assert.True(await Lost.SaveAsync(read with { Told = [House.Rep.Email] }, default));

        Assert.False(await Lost.SaveAsync(read with { Told = [] }, default));
        Assert.False(await Lost.ForgetAsync(read, default));
        Assert.Equal([House.Rep.Email], (await Lost.FindAsync(Sales, default))!.Told);
    }

    [Fact]
    public async Task A_forgotten_place_is_well_and_can_be_lost_again()
    {
        await Lost.SaveAsync(A(), default);

        Assert.True(await Lost.ForgetAsync((await Lost.FindAsync(Sales, default))!, default));

        Assert.Null(await Lost.FindAsync(Sales, default));
        Assert.Empty(await Lost.AllAsync(default));
        Assert.True(await Lost.SaveAsync(A(), default));
    }

    [Fact]
    public async Task What_a_platform_says_at_length_is_shortened()
    {
        await Lost.SaveAsync(A() with { Why = new string('x', 100_000) }, default);

        Assert.Equal(2000, (await Lost.FindAsync(Sales, default))!.Why.Length);
    }

    private static LostPlace A() => new(Sales, "is_archived", House.Monday, "") { ProbeAt = House.Monday.AddMinutes(15) };
}
