using Baton.Handoffs.People;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class PeopleTests : StoreTests
{
    private TablePeople People => new(Engine);

    [Fact]
    public async Task What_is_known_of_a_person_comes_back_as_it_was()
    {
        var state = new PersonState
        {
            Email = House.Rep.Email,
            Absence = new Absence(House.Monday, House.Monday.AddDays(3)),
            AbsenceBy = House.Manager.Email,
            ChosenLocale = "ja",
            ProfileLocale = "en",
            ProfileTimeZone = "Europe/Berlin",
        };
        await People.ChangeAsync(House.Rep.Email, _ => state, default);
        await People.ChangeAsync(House.Manager.Email, was => was with { Absence = new Absence(House.Monday, null) }, default);

        var all = (await People.AllAsync(default)).ToDictionary(s => s.Email);

        Assert.Equal(state, all[House.Rep.Email]);
        Assert.True(all[House.Manager.Email].Absence!.IsForGood);
    }

    [Fact]
    public async Task Nobody_overwrites_what_others_changed_meanwhile()
    {
        await Task.WhenAll(
            Task.Run(() => People.ChangeAsync(House.Rep.Email, was => was with { ChosenLocale = "ja" }, default)),
            Task.Run(() => People.ChangeAsync(House.Rep.Email, was => was with { ProfileTimeZone = "Asia/Tokyo" }, default)),
            Task.Run(() => People.ChangeAsync(House.Rep.Email, was => was with { Absence = new Absence(House.Monday, null) }, default)));

        var now = Assert.Single(await People.AllAsync(default));
        Assert.Equal(("ja", "Asia/Tokyo", true), (now.ChosenLocale, now.ProfileTimeZone, now.Absence!.IsForGood));
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing_and_a_poll_is_one_query()
    {
        await People.ChangeAsync(House.Rep.Email, was => was with { ChosenLocale = "ja" }, default);
        Engine.Reset();

        await People.ChangeAsync(House.Rep.Email, was => was with { ChosenLocale = "ja" }, default);
        await People.AllAsync(default);

        AssertTrips(1, 1, 0);
    }
}
