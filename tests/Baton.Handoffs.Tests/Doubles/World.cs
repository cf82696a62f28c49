using Baton.Handoffs.Funnel;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Tests.Handoffs;
using System.Collections.Concurrent;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Tests.Doubles;

/// <summary>Everything that outlives a process: rows, wake-ups, messages and time.</summary>
public sealed class World(Terms? terms = null, DateTimeOffset? start = null)
{
    /// <summary>As the next process reads them.</summary>
    public Terms Terms { get; set; } = terms ?? A.Terms();

    public Pulse Pulse { get; init; } = new();

    public TestClock Clock { get; } = new(start ?? A.Morning);

    public MemoryHandoffRows Handoffs { get; } = new();

    public MemoryWakes Wakes { get; } = new();

    public MemoryLeadRows Leads { get; } = new();

    public ConcurrentDictionary<HandoffId, HandoffFact> Facts { get; } = [];

    public ConcurrentDictionary<HandoffId, int> FactsBegun { get; } = [];

    public ConcurrentDictionary<EmailAddress, PersonState> People { get; } = [];

    public ConcurrentDictionary<EmailAddress, string> Inboxes { get; } = [];

    public MemoryThreadRows Threads { get; } = new();

    public MemoryPlaceRows Places { get; } = new();

    public MemoryWaitingRows Waiting { get; } = new();

    public ConcurrentDictionary<(HandoffId, string), StuckEffect> Stuck { get; } = [];

    public ChatWorld Chat { get; } = new();

    public HookWorld Hooks { get; } = new();

    /// <summary>As if all processes were one that goes on: what it remembers of hooks.</summary>
    public HookMemory HookMemory { get; } = new();

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A process; <paramref name="diesAt"/> kills it at that point of its way through the ports.</summary>
    public Process Start(int? diesAt = null) => new(this, new Wire(diesAt));

    public Handoff Handoff(HandoffId id) => Handoffs.Load(id)!.Handoff;

    public IReadOnlyList<HandoffEvent> Timeline(HandoffId id) => Handoffs.Timeline(id);

    public IReadOnlyList<OutboxEntry> Outbox(HandoffId id) => Handoffs.Open(id)!.Outbox;

    /// <summary>Takes a lead, as if by the API.</summary>
    public async Task<HandoffId> TakeAsync(Lead lead) => (await Start().Leads.TakeAsync(lead, Staff.Api, Now, default)).Handoff!.Value;

    /// <summary>Somebody does something, which must be allowed.</summary>
    public async Task<Handoff> DoAsync(HandoffId id, Intent intent, Person by) =>
        Assert.IsType<DeskAnswer.Done>(await Start().Desk.HandleAsync(id, intent, by, Now, default)).Handoff;

    /// <summary>Takes a lead and delivers what comes of it.</summary>
    public async Task<HandoffId> OfferAsync(Lead? lead = null)
    {
        var id = await TakeAsync(lead ?? A.Lead());
        await DeliverAsync(id);
        return id;
    }

    /// <summary>What a process does at once after a commit.</summary>
    public async Task DeliverAsync(HandoffId id)
    {
        var process = Start();
        await process.Runner.RunAsync(id, [.. Wakes.All.Where(w => w.Id == id.Value)], default);
        await CallAsync(process);
    }

    /// <summary>Tells hooks what was handed over to their lines.</summary>
    public static async Task CallAsync(Process process)
    {
        while (process.Lines.Take() is { } call)
        {
            await process.HookRunner.RunAsync(call.Hook, call.Handoff, default);
        }
    }

    /// <summary>Handles every wake-up until that instant, when it is due.</summary>
    public async Task PassAsync(DateTimeOffset until)
    {
        for (var rounds = 0; Wakes.All is [var next, ..] && next.Due <= until; rounds++)
        {
            Assert.True(rounds < 2000, $"Wake-ups never end: {next}.");
            Clock.MoveTo(next.Due);
            await SweepAsync(Start());
        }

        Clock.MoveTo(until);
    }

    public Task PassAsync(TimeSpan time) => PassAsync(Now + time);

    /// <summary>Handles what is due now, once.</summary>
    public async Task SweepAsync(Process process)
    {
        var due = await process.Agenda.DueAsync(0, Now, 1000, default);
        foreach (var wakes in due.GroupBy(w => (w.Kind, w.Id)))
        {
            await (wakes.Key.Kind switch
            {
                WakeKind.Waiting => process.Waiting.RunAsync(wakes.Key.Id, [.. wakes], default),
                WakeKind.Place => process.PlaceDesk.RunAsync(wakes.Key.Id, [.. wakes], default),
                WakeKind.Person => process.Persons.RunAsync(EmailAddress.Parse(wakes.Key.Id), [.. wakes], default),
                _ => process.Runner.RunAsync(new HandoffId(wakes.Key.Id), [.. wakes], default),
            });
        }

        await CallAsync(process);
    }
}
