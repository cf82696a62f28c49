using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

public class LeadIndexTests : StoreTests
{
    private static readonly EmailAddress Email = EmailAddress.Parse("sasaki@nishi.example");
    private static readonly HandoffId Handoff = HandoffId.For("web", "1");
    private static readonly IntakeNote Offered = new("web", "1", IntakeResult.Offered, Handoff, House.Monday, null);
    private static readonly PersonClaim Claim = new(Email, "西日本建材株式会社", Handoff);
    private static readonly LeadTraces Nothing = new(null, null, false, null, false, null);
    private static readonly Func<CancellationToken, Task<bool>> Closed = static _ => Task.FromResult(true);

    private static readonly Func<CancellationToken, Task<bool>> Open = static _ => Task.FromResult(true);

    private TableLeadIndex Index => new(Engine);

    [Fact]
    public async Task Of_a_new_lead_nothing_is_known() => Assert.Equal(Nothing, await LookUp());

    [Fact]
    public async Task What_was_noted_is_found_again()
    {
        Assert.True(await Index.NoteAsync(Offered, Nothing, Claim, default));
        var traces = await LookUp();
        Assert.Equal((Offered, false, Handoff, true), (traces.Earlier, traces.Suppressed, traces.Current, traces.CurrentLives));
        Assert.NotNull(traces.EarlierTag);
        Assert.NotNull(traces.CurrentTag);
        Assert.Equal([Handoff], await Index.OfPersonAsync(Email, default));
        Assert.Equal([Handoff], await Index.OfCompanyAsync("㈱ 西日本建材", default));
    }

    [Fact]
    public async Task A_lead_that_no_handoff_keeps_is_kept_whole()
    {
        var lead = House.Lead() with { Need = new string('需', 30_000) };
        Assert.True(await Index.NoteAsync(Offered with { Result = IntakeResult.Unqualified, Handoff = null, Lead = lead }, Nothing, null, default));
        var kept = (await LookUp()).Earlier!;
        Assert.Equal((IntakeResult.Unqualified, null), (kept.Result, kept.Handoff));
        Assert.Equal(JsonSerializer.Serialize(lead, HandoffJson.Stored.Lead), JsonSerializer.Serialize(kept.Lead, HandoffJson.Stored.Lead));
    }

    [Fact]
    public async Task Looking_up_is_one_round_and_noting_is_one_round()
    {
        Hooks.HoldUntil(2);
        await LookUp().WaitAsync(Patience);
        AssertTrips(1, 1, 0);
        Hooks.HoldUntil(3);
        Assert.True(await Index.NoteAsync(Offered, Nothing, Claim, default).WaitAsync(Patience));
        AssertTrips(1, 1, 3);
    }

    [Fact]
    public async Task Without_an_address_the_person_is_not_looked_for()
    {
        await Index.LookUpAsync("web", "1", null, default);
        AssertTrips(1, 0, 0);
    }

    [Fact]
    public async Task A_closed_handoff_is_still_known_but_no_longer_lives()
    {
        await Index.NoteAsync(Offered, Nothing, Claim, default);
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        var traces = await LookUp();
        Assert.Equal((Handoff, false), (traces.Current, traces.CurrentLives));
        var next = HandoffId.For("web", "2");
        Assert.True(await Index.NoteAsync(Offered with { ExternalId = "2", Handoff = next }, traces with { EarlierTag = null }, Claim with { Handoff = next }, default));
        Assert.Equal((next, true), ((await LookUp()).Current, (await LookUp()).CurrentLives));
        Assert.Equal(new[] { Handoff, next }.Order(ByValue), (await Index.OfPersonAsync(Email, default)).Order(ByValue));
    }

    [Fact]
    public async Task Releasing_an_earlier_handoff_leaves_the_present_one()
    {
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        await SettleAsync(Claim);
        await Index.ReleaseAsync(Email, HandoffId.For("web", "2"), Closed, default);
        Assert.True((await LookUp()).CurrentLives);
    }

    [Fact]
    public async Task A_release_that_meets_the_next_claim_leaves_it_alone()
    {
        var next = HandoffId.For("web", "1", 2);
        await SettleAsync(Claim);
        Hooks.Once(BatonTables.Lookup, async () =>
        {
            var other = new TableLeadIndex(Hooks);
            await other.ReleaseAsync(Email, Handoff, Closed, default);
            await other.SettleAsync(Claim with { Handoff = next }, Open, default);
        });
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        Assert.Equal((next, true), ((await LookUp()).Current, (await LookUp()).CurrentLives));
    }

    [Fact]
    public async Task A_handoff_that_is_open_again_is_not_released()
    {
        await SettleAsync(Claim);
        await Index.ReleaseAsync(Email, Handoff, _ => Task.FromResult(false), default);
        Assert.True((await LookUp()).CurrentLives);
    }

    [Fact]
    public async Task One_that_is_opened_again_and_claimed_just_after_it_was_seen_closed_is_not_released_either()
    {
        await SettleAsync(Claim);
        var looks = 0;
        async Task<bool> IsClosed(CancellationToken cancellation)
        {
            if (looks++ > 0)
                return false;
            await SettleAsync(Claim);
            return true;
        }

        await Index.ReleaseAsync(Email, Handoff, IsClosed, default);
        Assert.Equal((2, true), (looks, (await LookUp()).CurrentLives));
    }

    [Fact]
    public async Task Who_is_late_with_a_claim_meets_whoever_did_the_same_and_found_the_handoff_closed()
    {
        await SettleAsync(Claim);
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        var open = true;
        Hooks.Once(BatonTables.Lookup, async () =>
        {
            open = false;
            await new TableLeadIndex(Hooks).SettleAsync(Claim, _ => Task.FromResult(open), default);
        });

        Assert.IsType<Settled.Own>(await Index.SettleAsync(Claim, _ => Task.FromResult(open), default));

        Assert.Equal((Handoff, false), ((await LookUp()).Current, (await LookUp()).CurrentLives));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_claim_that_meets_a_closing_and_its_release_at_any_moment_does_not_outlive_it(bool afterTheWrite)
    {
        await SettleAsync(Claim);
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        var (open, looks) = (true, 0);
        async Task<bool> IsOpen(CancellationToken cancellation)
        {
            var seen = open;
            if (++looks == 1 && !afterTheWrite)
            {
                open = false;
                await new TableLeadIndex(Hooks).ReleaseAsync(Email, Handoff, Closed, cancellation);
            }

            return seen;
        }

        Hooks.BeforeCommit = (_, partition) =>
        {
            open &= !(afterTheWrite && partition == LeadKeys.Person(Email));
            return Task.CompletedTask;
        };
        await Index.SettleAsync(Claim, IsOpen, default);

        Assert.False((await LookUp()).CurrentLives);
    }

    [Fact]
    public async Task Nobody_is_claimed_from_another_handoff_that_lives_and_no_suppressed_person_at_all()
    {
        await SettleAsync(Claim);
        var next = Claim with { Handoff = HandoffId.For("web", "2") };
        Assert.Equal(new Settled.Elsewhere(Handoff), await SettleAsync(next));
        Assert.Equal((Handoff, true), ((await LookUp()).Current, (await LookUp()).CurrentLives));
        Assert.Equal([Handoff], await Index.OfPersonAsync(Email, default));
        await Index.MentionAsync(next, default);
        Assert.Equal(2, (await Index.OfPersonAsync(Email, default)).Count);
        Assert.Equal(2, (await Index.OfCompanyAsync(Claim.Company!, default)).Count);
        Assert.Equal((Handoff, true), ((await LookUp()).Current, (await LookUp()).CurrentLives));

        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        await Index.SuppressAsync(Email, House.Rep.Email, House.Monday, default);
        Assert.IsType<Settled.Suppressed>(await SettleAsync(next));
        Assert.Equal((Handoff, false), ((await LookUp()).Current, (await LookUp()).CurrentLives));
        Assert.Equal(2, (await Index.OfPersonAsync(Email, default)).Count);
    }

    [Fact]
    public async Task A_lead_that_came_back_is_the_present_handoff_of_person_and_company()
    {
        await Index.NoteAsync(Offered, Nothing, Claim, default);
        await Index.ReleaseAsync(Email, Handoff, Closed, default);
        var again = HandoffId.For("web", "1", 2);
        await SettleAsync(Claim with { Handoff = again });
        Assert.Equal((again, true), ((await LookUp()).Current, (await LookUp()).CurrentLives));
        Assert.Equal(2, (await Index.OfCompanyAsync("西日本建材", default)).Count);
    }

    [Fact]
    public async Task Of_a_company_a_hundred_handoffs_are_answered()
    {
        for (var i = 0; i < TableLeadIndex.MaxOfCompany + 3; i++)
            await SettleAsync(new PersonClaim(EmailAddress.Parse($"p{i}@acme.example"), i % 2 == 0 ? "ACME, Inc." : "acme ltd", HandoffId.For("web", $"{i}")));
        Assert.Equal(TableLeadIndex.MaxOfCompany, (await Index.OfCompanyAsync("Acme", default)).Count);
        Assert.Empty(await Index.OfCompanyAsync("  ", default));
    }

    [Theory]
    [InlineData("we/b#?\\", "x-4/../../\0", "key'chars/\\#?@evil.example", "Evil / \\ # ? | ~ \0 Ltd.")]
    [InlineData("", "", "a|b~@x.example", "株式会社")]
    [InlineData("~~", "\ud83e", "名@例.example", "\ud83e")]
    public async Task Hostile_keys_are_only_keys(string source, string externalId, string email, string company)
    {
        var (person, id) = (EmailAddress.Parse(email), HandoffId.For("x", externalId));
        var note = new IntakeNote(source, externalId, IntakeResult.Offered, id, House.Monday, null);
        Assert.True(await Index.NoteAsync(note, Nothing, new PersonClaim(person, company, id), default));
        var traces = await Index.LookUpAsync(source, externalId, person, default);
        Assert.Equal((note, id), (traces.Earlier, traces.Current));
        Assert.Equal([id], await Index.OfPersonAsync(person, default));
        Assert.Equal([id], await Index.OfCompanyAsync(company, default));
        Assert.Null((await Index.LookUpAsync(source + "x", externalId, null, default)).Earlier);
    }

    [Fact]
    public async Task External_ids_longer_than_a_key_stay_apart()
    {
        var text = new string('x', 5000);
        Assert.True(await Index.NoteAsync(Offered with { ExternalId = text + "1" }, Nothing, null, default));
        Assert.Null((await Index.LookUpAsync("web", text + "2", null, default)).Earlier);
        Assert.NotNull((await Index.LookUpAsync("web", text + "1", null, default)).Earlier);
    }

    private static Comparer<HandoffId> ByValue { get; } = Comparer<HandoffId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private Task<Settled> SettleAsync(PersonClaim claim) => Index.SettleAsync(claim, Open, default);

    private Task<LeadTraces> LookUp() => Index.LookUpAsync("web", "1", Email, default);
}
