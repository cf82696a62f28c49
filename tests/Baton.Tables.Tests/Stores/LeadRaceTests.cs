using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Stores;

/// <summary>Each order in which the writes of one note can meet another's, or the end of the process.</summary>
public class LeadRaceTests : StoreTests
{
    private static readonly EmailAddress Email = EmailAddress.Parse("sasaki@nishi.example");
    private static readonly LeadTraces Nothing = new(null, null, false, null, false, null);
    private static readonly Func<CancellationToken, Task<bool>> Closed = static _ => Task.FromResult(true);
    private static readonly Func<CancellationToken, Task<bool>> Open = static _ => Task.FromResult(true);

    private TableLeadIndex Index => new(Engine);

    [Fact]
    public async Task The_same_lead_at_once_is_noted_by_one_and_the_other_finds_it()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Note("1", Nothing))));
        Assert.Single(won, true);
        var traces = await LookUp("1");
        Assert.Equal((Id("1"), Id("1"), true), (traces.Earlier!.Handoff, traces.Current, traces.CurrentLives));
    }

    [Fact]
    public async Task Of_two_leads_of_one_person_one_wins_and_the_other_becomes_its_duplicate()
    {
        var won = await Task.WhenAll(Task.Run(() => Note("1", Nothing)), Task.Run(() => Note("2", Nothing)));
        Assert.Single(won, true);
        var (winner, loser) = won[0] ? ("1", "2") : ("2", "1");
        var traces = await LookUp(loser);
        Assert.Equal((Id(loser), Id(winner), true), (traces.Earlier!.Handoff, traces.Current, traces.CurrentLives));
        Assert.True(await Index.NoteAsync(new IntakeNote("web", loser, IntakeResult.Duplicate, Id(winner), House.Monday, House.Lead()), traces, null, default));
        Assert.Equal((IntakeResult.Duplicate, Id(winner)), ((await LookUp(loser)).Earlier!.Result, (await LookUp(loser)).Earlier!.Handoff));
    }

    [Fact]
    public async Task One_with_the_note_and_one_with_the_claim_do_not_keep_each_other_out()
    {
        // The other process, with the same lead, has its claim written and is about to lose the note.
        await Engine.CommitAsync(BatonTables.Lookup, LeadKeys.Person(Email), [new TableAction.Insert("!current", new() { { "handoff", Id("1").Value }, { "lives", true } })], default);
        Assert.True(await Note("1", Nothing));
        Assert.False(await Note("1", Nothing));
    }

    [Fact]
    public async Task After_a_crash_between_note_and_commit_the_same_lead_notes_again_by_the_tags()
    {
        Assert.True(await Note("1", Nothing));
        var traces = await LookUp("1");
        Assert.True(await Note("1", traces));
        Assert.False(await Note("1", traces with { CurrentTag = (await LookUp("1")).CurrentTag }));
    }

    [Fact]
    public async Task After_a_crash_that_left_only_the_note_the_same_lead_claims_the_person()
    {
        Hooks.BeforeCommit = (table, _) => table == BatonTables.Lookup ? throw new TableUnavailableException(TableUnavailable.IoError, "Gone.", "Wait.") : Task.CompletedTask;
        await Assert.ThrowsAsync<TableUnavailableException>(() => Note("1", Nothing));
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;
        var traces = await LookUp("1");
        Assert.Equal((Id("1"), null), (traces.Earlier!.Handoff, traces.Current));
        Assert.True(await Note("1", traces));
        Assert.Equal(Id("1"), (await LookUp("1")).Current);
    }

    [Fact]
    public async Task After_a_crash_that_left_only_the_claim_another_lead_of_the_person_replaces_it()
    {
        Hooks.BeforeCommit = (table, _) => table == BatonTables.Intake ? throw new TableUnavailableException(TableUnavailable.IoError, "Gone.", "Wait.") : Task.CompletedTask;
        await Assert.ThrowsAsync<TableUnavailableException>(() => Note("1", Nothing));
        Hooks.BeforeCommit = (_, _) => Task.CompletedTask;
        var traces = await LookUp("2");
        Assert.Equal((null, Id("1"), true), (traces.Earlier, traces.Current, traces.CurrentLives));
        Assert.True(await Note("2", traces));
        Assert.Equal(Id("2"), (await LookUp("2")).Current);
    }

    [Fact]
    public async Task A_handoff_that_closed_meanwhile_is_not_claimed_by_an_old_look_up()
    {
        Assert.True(await Note("1", Nothing));
        await Index.ReleaseAsync(Email, Id("1"), Closed, default);
        Assert.False(await Index.NoteAsync(Offered("9"), Nothing, new PersonClaim(Email, null, Id("1")), default));
    }

    [Fact]
    public async Task Who_was_suppressed_is_so_for_ever_and_by_the_first_who_said_so()
    {
        await Suppress();
        await Index.SuppressAsync(Email, House.Manager.Email, House.Monday.AddDays(1), default);
        var traces = await LookUp("1");
        Assert.Equal((true, null, false), (traces.Suppressed, traces.Current, traces.CurrentLives));
        var row = await Engine.GetAsync(BatonTables.Lookup, LeadKeys.Person(Email), "!suppressed", default);
        Assert.Equal((House.Rep.Email.Value, House.Monday), (row!.Values.GetString("by"), row.Values.GetDateTimeOffset("at")));
        Assert.Empty(await Index.OfPersonAsync(Email, default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_claimed_who_was_suppressed_since_the_look_up(bool hadOne)
    {
        if (hadOne)
            Assert.True(await Note("0", Nothing));
        var traces = await LookUp("1");
        await Suppress();
        Assert.False(await Note("1", traces));
        var now = await LookUp("1");
        Assert.Equal((true, hadOne ? Id("0") : null), (now.Suppressed, now.Current));
        Assert.True(await Index.NoteAsync(Offered("1") with { Result = IntakeResult.Suppressed, Handoff = null }, now, null, default));
    }

    [Fact]
    public async Task Not_even_the_persons_own_handoff_is_claimed_again_once_suppressed()
    {
        Assert.True(await Note("1", Nothing));
        var traces = await LookUp("1");
        await Suppress();
        Assert.False(await Note("1", traces));
    }

    [Fact]
    public async Task A_suppression_that_meets_a_claim_keeps_both()
    {
        Hooks.Once(BatonTables.Lookup, () => new TableLeadIndex(Hooks).SettleAsync(new PersonClaim(Email, null, Id("1")), Open, default));
        await Suppress();
        var traces = await LookUp("1");
        Assert.Equal((true, Id("1"), true), (traces.Suppressed, traces.Current, traces.CurrentLives));
    }

    [Fact]
    public async Task A_store_that_is_always_beaten_gives_up_and_says_so()
    {
        await Index.SettleAsync(new PersonClaim(Email, null, Id("1")), Open, default);
        var rival = new TableLeadIndex(Hooks);
        var busy = false;
        Hooks.BeforeCommit = async (_, _) =>
        {
            if (busy)
                return;
            busy = true;
            await rival.SettleAsync(new PersonClaim(Email, null, Id("1")), Open, default);
            busy = false;
        };
        var beaten = await Assert.ThrowsAsync<TableUnavailableException>(() => Index.ReleaseAsync(Email, Id("1"), Closed, default));
        Assert.Equal(TableUnavailable.Locked, beaten.Reason);
    }

    private static HandoffId Id(string externalId) => HandoffId.For("web", externalId);

    private static IntakeNote Offered(string externalId) => new("web", externalId, IntakeResult.Offered, Id(externalId), House.Monday, null);

    private Task<bool> Note(string externalId, LeadTraces traces) =>
        Index.NoteAsync(Offered(externalId), traces, new PersonClaim(Email, "Nishi", Id(externalId)), default);

    private Task Suppress() => Index.SuppressAsync(Email, House.Rep.Email, House.Monday, default);

    private Task<LeadTraces> LookUp(string externalId) => Index.LookUpAsync("web", externalId, Email, default);
}
