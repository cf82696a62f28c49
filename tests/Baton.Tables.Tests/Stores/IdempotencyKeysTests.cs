using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class IdempotencyKeysTests : StoreTests
{
    private const string Key = "caller:k/1";
    private static readonly DateTimeOffset Due = new(2026, 12, 17, 0, 0, 0, TimeSpan.Zero);

    private TableAgenda Agenda => new(Engine, 1);

    private TableIdempotencyKeys Keys => new(Engine, Agenda);

    [Fact]
    public async Task A_key_is_forgotten_thirty_days_after_the_end_of_its_day_and_not_before()
    {
        await Keys.ClaimAsync(Key, "body", House.Monday, default);
        await Keys.AnswerAsync(Key, new KeyedAnswer(202, "{}"u8.ToArray()), default);

        await RunAsync(Due.AddTicks(-1));
        Assert.Equal(202, (await Keys.ClaimAsync(Key, "body", House.Monday.AddDays(29), default)).Answer?.Status);

        await RunAsync(Due);
        Assert.Equal(new KeyedBody("another body", null), await Keys.ClaimAsync(Key, "another body", Due, default));
    }

    [Fact]
    public async Task Nothing_is_left_of_a_day_that_was_forgotten_however_many_keys_it_had()
    {
        var keys = Keys;
        foreach (var some in Enumerable.Range(0, 250).Chunk(25)) // more at once than a slow emulator answers say nothing of the keys
            await Task.WhenAll(some.Select(n => keys.ClaimAsync($"{n}{new string('k', n % 2 * 1500)}", "body", House.Monday, default)));

        await RunAsync(Due);

        Assert.Empty(await RowsOf(BatonTables.Intake, TableKey.Join("!keys of", "2026-11-16")));
        Assert.Empty(await Agenda.DueAsync(0, DateTimeOffset.MaxValue.AddDays(-1), 10, default));
        foreach (var n in new[] { 0, 1, 120, 249 })
            Assert.Equal("other", (await Keys.ClaimAsync($"{n}{new string('k', n % 2 * 1500)}", "other", Due, default)).BodyHash);
    }

    [Fact]
    public async Task A_key_that_was_claimed_anew_is_kept_when_an_earlier_day_on_which_it_was_repeated_is_forgotten()
    {
        await Keys.ClaimAsync(Key, "body", House.Monday, default);
        await Keys.ClaimAsync(Key, "body", House.Monday.AddDays(20), default);
        await RunAsync(Due);
        await Keys.ClaimAsync(Key, "anew", House.Monday.AddDays(40), default);

        await RunAsync(Due.AddDays(20));

        Assert.Equal("anew", (await Keys.ClaimAsync(Key, "x", House.Monday.AddDays(60), default)).BodyHash);
    }

    [Fact]
    public async Task A_day_is_found_by_one_query_and_costs_what_it_had()
    {
        for (var day = 1; day < 6; day++)
            await Keys.ClaimAsync($"{day}", "body", House.Monday.AddDays(day), default);
        await Keys.ClaimAsync(Key, "body", House.Monday, default);
        Engine.Reset();

        await Keys.ForgetAsync(KeyDesk.DayOf(House.Monday), default);

        AssertTrips(1, 1, 2);
    }

    [Fact]
    public async Task A_process_plans_the_deletion_of_a_day_once_and_before_the_first_key()
    {
        var keys = Keys;
        await keys.ClaimAsync("1", "body", House.Monday, default);
        Engine.Reset();
        await keys.ClaimAsync("2", "body", House.Monday, default);

        AssertTrips(0, 0, 2);
        Assert.Equal([new Wake(WakeKind.IdempotencyKeys, "2026-11-16", Due)], await Agenda.DueAsync(0, Due, 10, default));
    }

    [Fact]
    public async Task A_key_that_is_deleted_while_it_is_worked_on_keeps_no_answer()
    {
        await Keys.ClaimAsync(Key, "body", House.Monday, default);
        await Keys.ForgetAsync(KeyDesk.DayOf(House.Monday), default);

        Assert.Equal(200, (await Keys.AnswerAsync(Key, new KeyedAnswer(200, default), default)).Status);
        Assert.Null((await Keys.ClaimAsync(Key, "body", Due, default)).Answer);
    }

    private async Task RunAsync(DateTimeOffset now)
    {
        foreach (var wake in await Agenda.DueAsync(0, now, 10, default))
            await new KeyDesk(Keys, Agenda).RunAsync(wake.Id, [wake], default);
    }
}
