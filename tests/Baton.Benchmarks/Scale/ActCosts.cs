using Baton.Benchmarks.Product;
using Baton.Benchmarks.Running;
using Baton.Bot.Workers;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Benchmarks.Scale;

/// <summary>What each act costs, counted on the product as it is put together, with everything that follows from the act at once.</summary>
/// <param name="Intake">A lead comes in, its card is posted.</param>
/// <param name="Click">One of a rep's clicks, the mean of accept, first touch and qualified, and the card follows.</param>
/// <param name="Reject">A rejection with its reply in the feedback thread.</param>
/// <param name="Step">A step of a ladder is reached, and its people are told.</param>
/// <param name="Stale">A wake-up that finds nothing to do.</param>
/// <param name="Sweep">A look at one shard where nothing is due.</param>
/// <param name="Beat">A look at the leases beside other replicas.</param>
internal sealed record ActCosts(Cost Intake, Cost Click, Cost Reject, Cost Step, Cost Stale, Cost Sweep, Cost Beat)
{
    /// <summary>A Tuesday morning in Tokyo, when everybody works.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 17, 1, 0, 0, TimeSpan.Zero);

    private const int Clicks = 3;

    // The first step of the usual ladder, and a moment.
    private static readonly TimeSpan HalfOfAccept = TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1);

    public static async Task<ActCosts> CountAsync(Scratch scratch, CancellationToken cancellation)
    {
        CostMeter? meter = null;
        var time = new HandTime(Morning);
        await using var services = await Seeds.BuildAsync(new BatonFolder(scratch.File("costs")).Configuration, engine => meter = new CostMeter(engine), cancellation, time);
        var play = new Play(services, meter!, time, cancellation);
        await play.OfferAsync("warm-up");
        meter!.Take();
        var intake = await play.OfferAsync("first");
        var clicks = Cost.Nothing;
        foreach (var intent in new Intent[] { new Intent.Accept(), new Intent.Touch(), new Intent.Qualify("O-1") })
        {
            clicks += await play.DoAsync("first", intent);
        }

        await play.OfferAsync("second");
        var reject = await play.DoAsync("second", new Intent.Reject("too_small", null, null));
        await play.OfferAsync("third");
        time.Now += HalfOfAccept;

        // What a process asks for now and then, whatever happens, is no part of the step.
        await play.OfferAsync("fourth");
        var step = await play.WakeAsync("third");
        var stale = await play.WakeAsync("third");
        await services.GetRequiredService<TableAgenda>().DueAsync(0, Morning.AddYears(-1), 1, cancellation);
        var sweep = meter.Take();
        return new ActCosts(intake, new Cost(clicks.Trips / Clicks, clicks.Entities.ToDictionary(e => e.Key, e => (int)Math.Ceiling(e.Value / (double)Clicks))), reject, step, stale, sweep, await play.BeatAsync());
    }

    private sealed class Play(ServiceProvider services, CostMeter meter, HandTime time, CancellationToken cancellation)
    {
        private readonly Terms terms = services.GetRequiredService<Terms>();

        public async Task<Cost> OfferAsync(string lead)
        {
            await services.GetRequiredService<LeadDesk>().TakeAsync(SimulatedLead.Of(lead), Person.Baton, time.Now, cancellation);
            await DeliverAsync();
            return meter.Take();
        }

        public async Task<Cost> DoAsync(string lead, Intent intent)
        {
            var id = SimulatedLead.IdOf(lead);
            var stored = await services.GetRequiredService<IHandoffStore>().LoadAsync(id, cancellation) ?? throw new InvalidOperationException($"{lead} was not offered.");
            var rep = stored.Handoff.Owner is { } owner ? terms.Roster.Anybody(owner) : terms.Roster.MembersOf(stored.Handoff.Route.Pool).First(p => p.Is(Roles.Rep));
            meter.Take();
            if (await services.GetRequiredService<HandoffDesk>().HandleAsync(id, intent, rep, time.Now, cancellation) is not DeskAnswer.Done { Events.Count: > 0 })
            {
                throw new InvalidOperationException($"{intent} was not done.");
            }

            await DeliverAsync();
            return meter.Take();
        }

        public async Task<Cost> WakeAsync(string lead)
        {
            var id = SimulatedLead.IdOf(lead);
            await services.GetRequiredService<Runner>().RunAsync(id, [new Wake(WakeKind.Handoff, id.Value, time.Now)], cancellation);
            return meter.Take();
        }

        public async Task<Cost> BeatAsync()
        {
            using var one = Replica();
            using var other = Replica();
            await one.BeatAsync(cancellation);
            await other.BeatAsync(cancellation);
            await one.BeatAsync(cancellation);
            meter.Take();
            await one.BeatAsync(cancellation);
            return meter.Take();
        }

        private ShardLeases Replica() => new(meter, services.GetRequiredService<TableAgenda>().Shards, () => "", new LeaseTimes(), TimeProvider.System, time);

        private async Task DeliverAsync()
        {
            var (queue, runner) = (services.GetRequiredService<DeliveryQueue>(), services.GetRequiredService<Runner>());
            while (queue.TryRead(out var id))
            {
                await runner.RunAsync(id, queue.Begin(id), cancellation);
                queue.End(id);
            }
        }
    }
}
