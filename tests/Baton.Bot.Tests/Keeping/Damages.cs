using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Nudges;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;
using Baton.Tables;
using Baton.Tables.Audit;

namespace Baton.Bot.Tests.Keeping;

/// <summary>Every way in which a store can be wrong that an audit knows of: which rule it breaks, and how it is done to a store.</summary>
internal static class Damages
{
    private static readonly HandoffId Nobody = HandoffId.For("web", "never");

    public static IReadOnlyDictionary<string, (AuditRule Rule, Func<LivedInStore, Task> Do)> All { get; } = new Dictionary<string, (AuditRule, Func<LivedInStore, Task>)>
    {
        ["an event is garbage"] = (AuditRule.RowUnreadable, s => s.WriteAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Event(1), LivedInStore.Json("[7]"))),
        ["a snapshot's lead is garbage"] = (AuditRule.RowUnreadable, async s => { var row = await s.Engine.GetAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Snapshot, default); await s.WriteAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Snapshot, row!.Values.With("origin0", "[7]"u8.ToArray())); }),
        ["an inbox is garbage"] = (AuditRule.RowUnreadable, s => s.WriteAsync(BatonTables.People, TableKey.Join("inbox", ApiHost.Rep), "inbox", LivedInStore.Json("[7]"))),
        ["an inbox is of a newer release"] = (AuditRule.RowOfNewerRelease, s => s.WriteAsync(BatonTables.People, TableKey.Join("inbox", ApiHost.Rep), "inbox", LivedInStore.Json("[7]").With("schema", 99))),
        ["its fact is garbage"] = (AuditRule.FactDiffers, async s => await s.WriteAsync(BatonTables.Facts, (await FactAsync(s, s.Closed)).Week, s.Closed.Value, LivedInStore.Json("[7]").With("version", 1))),
        ["an event is gone"] = (AuditRule.TimelineBroken, s => s.RemoveAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Event(2))),
        ["the last event is gone"] = (AuditRule.TimelineBroken, async s => await s.RemoveAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Event((await s.HandoffAsync(s.Accepted)).Version))),
        ["the snapshot has another owner"] = (AuditRule.SnapshotDiffers, async s => await SnapshotAsync(s, (await s.HandoffAsync(s.Accepted)) with { Owner = EmailAddress.Parse(ApiHost.Ren) })),
        ["the snapshot is gone"] = (AuditRule.SnapshotDiffers, s => s.RemoveAsync(BatonTables.Handoffs, s.Accepted.Value, HandoffRowKeys.Snapshot)),
        ["two accepted it"] = (AuditRule.OwnersDiffer, AcceptTwiceAsync),
        ["its wake-ups are gone"] = (AuditRule.HandoffUnwoken, s => s.ForgetWakesAsync(s.Offered.Value)),
        ["its fact is gone"] = (AuditRule.FactDiffers, async s => await s.RemoveAsync(BatonTables.Facts, (await FactAsync(s, s.Closed)).Week, s.Closed.Value)),
        ["its fact has another owner"] = (AuditRule.FactDiffers, s => FactAsync(s, s.Closed, f => f with { Owner = EmailAddress.Parse(ApiHost.Ren) })),
        ["its fact is of a later version"] = (AuditRule.FactDiffers, s => FactAsync(s, s.Closed, f => f with { Version = f.Version + 7 })),
        ["its open fact is gone"] = (AuditRule.OpenFactDiffers, s => s.RemoveAsync(BatonTables.Facts, FactRows.Open, s.Offered.Value)),
        ["a closed one is shown as open"] = (AuditRule.OpenFactDiffers, async s => await s.WriteAsync(BatonTables.Facts, FactRows.Open, s.Closed.Value, Fact(await FactAsync(s, s.Closed)))),
        ["an open fact was of a later version"] = (AuditRule.OpenFactDiffers, s => s.WriteAsync(BatonTables.Facts, FactRows.Open, FactRows.Last(s.Closed), new(2) { { "version", 99 }, { "shown", true } })),
        ["a version of nothing is among the open ones"] = (AuditRule.FactWithoutHandoff, s => s.WriteAsync(BatonTables.Facts, FactRows.Open, FactRows.Last(Nobody), new(2) { { "version", 1 }, { "shown", true } })),
        ["a fact of nothing"] = (AuditRule.FactWithoutHandoff, async s => { var f = await FactAsync(s, s.Closed); await s.WriteAsync(BatonTables.Facts, f.Week, Nobody.Value, Fact(f with { Id = Nobody })); }),
        ["a fact in two weeks"] = (AuditRule.FactMisplaced, async s => { await s.WriteAsync(BatonTables.Facts, "2026-W01", s.Closed.Value, Fact(await FactAsync(s, s.Closed))); await s.WriteAsync(BatonTables.Facts, FactRows.Weeks, "2026-W01", new(0)); }),
        ["a week that is not listed"] = (AuditRule.WeekUnlisted, async s => await s.RemoveAsync(BatonTables.Facts, FactRows.Weeks, (await FactAsync(s, s.Closed)).Week)),
        ["a person's list lacks it"] = (AuditRule.PersonUnindexed, async s => await s.RemoveAsync(BatonTables.Lookup, LeadKeys.Person(await s.ContactAsync(s.Closed)), s.Closed.Value)),
        ["a company's list lacks it"] = (AuditRule.CompanyUnindexed, async s => await s.RemoveAsync(BatonTables.Lookup, LeadKeys.Company((await s.HandoffAsync(s.Closed)).Lead.Company.Name)!, s.Closed.Value)),
        ["its lead's note is gone"] = (AuditRule.LeadUnnoted, s => s.RemoveAsync(BatonTables.Intake, LeadKeys.Source("web"), LeadKeys.Lead("accepted"))),
        ["its contact counts as free"] = (AuditRule.PersonUnclaimed, async s => await CurrentAsync(s, s.Accepted, false)),
        ["its contact counts as taken"] = (AuditRule.ClaimOutlived, async s => await CurrentAsync(s, s.Closed, true)),
        ["an index names nothing"] = (AuditRule.IndexLeftOver, s => s.WriteAsync(BatonTables.Lookup, LeadKeys.Company("Nowhere")!, Nobody.Value, new(0))),
        ["a note names nothing"] = (AuditRule.IndexLeftOver, s => s.WriteAsync(BatonTables.Intake, "web", "never", LeadRows.Note(new("web", "never", IntakeResult.Offered, Nobody, s.Now, null)))),
        ["an effect stands still unlisted"] = (AuditRule.StuckUnlisted, s => OutboxAsync(s, new Effect.Feedback("000001-feedback", 1))),
        ["the list of what stands still names what is done"] = (AuditRule.StuckLeftOver, s => s.Get<IStuckEffects>().PutAsync(new(s.Offered, "000001-card", "showCard", Place.Parse("console:sales"), StuckCause.Refused, "", s.Now), default)),
        ["a wake-up lies in another shard"] = (AuditRule.WakeMisplaced, MisplaceAsync),
        ["an idempotency key is on no list"] = (AuditRule.KeyUnnamed, async s => { await s.Get<IIdempotencyKeys>().ClaimAsync("caller key", "hash", s.Now, default); await s.RemoveAsync(BatonTables.Intake, TableIdempotencyKeys.Day(KeyDesk.DayOf(s.Now)), TableKey.Join("caller key")); }),
        ["a day of keys has no wake-up"] = (AuditRule.KeysUnwoken, async s => { await s.Get<IIdempotencyKeys>().ClaimAsync("caller key", "hash", s.Now, default); await s.ForgetWakesAsync(KeyDesk.WakeFor(s.Now).Id); }),
        ["an inbox has no wake-up"] = (AuditRule.PersonUnwoken, s => WaitAsync(s, "000001-nudge-owner")),
        ["an absence has no wake-up"] = (AuditRule.PersonUnwoken, s => s.Get<IPeopleStore>().ChangeAsync(EmailAddress.Parse(ApiHost.Rep), it => it with { Absence = new(s.Now, s.Now.AddDays(3)) }, default)),
        ["an inbox holds what was told"] = (AuditRule.InboxToldAlready, ToldAsync),
        ["a suggestion has no wake-up"] = (AuditRule.SuggestionUnwoken, s => s.Get<ISuggestions>().AddAsync(new("2026-W47", "name", "Acme", "why", EmailAddress.Parse(ApiHost.Rep), s.Now, Place.Parse("console:marketing")), default)),
        ["a lost place has no wake-up"] = (AuditRule.PlaceUnwoken, s => s.Get<ILostPlaces>().SaveAsync(new(Place.Parse("console:sales"), "archived", s.Now, "") { ProbeAt = s.Now }, default)),
        ["a line has no wake-up"] = (AuditRule.PlaceUnwoken, s => s.Get<IWaitingCards>().SaveLineAsync(new(Place.Parse("console:sales"), s.Now, ""), default)),
        ["a thread's message is about nothing"] = (AuditRule.ThreadLeftOver, s => s.Get<IFeedbackThreads>().RememberAsync(Place.Parse("console:marketing"), "t", "m", Nobody, default)),
    };

    private static Task SnapshotAsync(LivedInStore store, Handoff handoff) => store.WriteAsync(BatonTables.Handoffs, handoff.Id.Value, HandoffRowKeys.Snapshot, HandoffRows.Snapshot(handoff));

    private static async Task AcceptTwiceAsync(LivedInStore store)
    {
        var handoff = await store.HandoffAsync(store.Accepted);
        var again = new HandoffEvent.Accepted(store.Now, EmailAddress.Parse(ApiHost.Ren));
        await store.WriteAsync(BatonTables.Handoffs, handoff.Id.Value, HandoffRowKeys.Event(handoff.Version + 1), HandoffRows.Event(again));
        await SnapshotAsync(store, Fold.Apply(handoff, again));
    }

    private static async Task<HandoffFact> FactAsync(LivedInStore store, HandoffId id)
    {
        foreach (var week in await store.Get<IFacts>().WeeksAsync(default))
        {
            if (await store.Get<IFacts>().OfWeekAsync(week, default).FirstOrDefaultAsync(f => f.Id == id) is { } fact)
            {
                return fact;
            }
        }

        throw new InvalidOperationException($"{id} has no fact.");
    }

    private static async Task FactAsync(LivedInStore store, HandoffId id, Func<HandoffFact, HandoffFact> change)
    {
        var fact = change(await FactAsync(store, id));
        await store.WriteAsync(BatonTables.Facts, fact.Week, id.Value, Fact(fact));
    }

    private static TableValues Fact(HandoffFact fact) => FactRows.Fact(fact.Version, FactRows.Json(fact));

    private static async Task CurrentAsync(LivedInStore store, HandoffId id, bool lives) =>
        await store.WriteAsync(BatonTables.Lookup, LeadKeys.Person(await store.ContactAsync(id)), LeadKeys.Current, LeadRows.Current(id, lives));

    private static Task OutboxAsync(LivedInStore store, Effect effect) =>
        store.WriteAsync(BatonTables.Handoffs, store.Offered.Value, HandoffRowKeys.Outbox(effect.Id), HandoffRows.Outbox(new OutboxEntry(effect, "") { Dead = true, StuckSince = store.Now }));

    private static async Task MisplaceAsync(LivedInStore store)
    {
        var row = await store.Engine.ScanAllAsync(BatonTables.Agenda, null, default).FirstAsync(r => r.Row.Values.FindString("id") == store.Offered.Value);
        var elsewhere = AgendaKeys.Partition((store.Get<TableAgenda>().ShardOf(store.Offered.Value) + 1) % store.Get<TableAgenda>().Shards);
        await store.WriteAsync(BatonTables.Agenda, elsewhere, row.Row.RowKey, row.Row.Values);
        await store.RemoveAsync(BatonTables.Agenda, row.PartitionKey, row.Row.RowKey);
    }

    private static Task WaitAsync(LivedInStore store, string nudge)
    {
        var word = new Effect.Nudge(nudge, ClockKind.Contact, 50, LadderAction.NudgeOwner, EmailAddress.Parse(ApiHost.Rep), false);
        return store.Get<IInboxes>().ChangeAsync(EmailAddress.Parse(ApiHost.Rep), it => it.With(new InboxItem(store.Accepted, word)), default);
    }

    private static async Task ToldAsync(LivedInStore store)
    {
        const string nudge = "000001-nudge-owner";
        var told = new Intent.Settle(nudge, EmailAddress.Parse(ApiHost.Rep), NudgeOutcome.Sent);
        Assert.IsType<DeskAnswer.Done>(await store.Get<HandoffDesk>().HandleAsync(store.Accepted, told, Person.Baton, store.Now, default));
        await WaitAsync(store, nudge);
        await store.Get<IAgenda>().AddAsync(new(WakeKind.Person, ApiHost.Rep, store.Now), default);
    }
}
