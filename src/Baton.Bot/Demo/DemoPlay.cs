using Baton.Bot.Workers;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Demo;

/// <summary>
/// Plays the demo: first a past of two weeks, event by event with the clock put to each, through the very desks, outbox and timers of the
/// product; then goes on at the clock's own speed.
/// </summary>
internal sealed partial class DemoPlay(
    LeadDesk leads, HandoffDesk desk, IHandoffStore store, IAgenda agenda, Runner runner, DigestDesk digests, DeliveryQueue queue, DemoClock clock, Terms terms, DemoOptions options, ILogger<DemoPlay> logger)
    : BackgroundService
{
    private static readonly TimeSpan Past = TimeSpan.FromDays(11);
    private static readonly TimeSpan PastPace = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan LivePace = TimeSpan.FromMinutes(25);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(2);

    private readonly Random chance = new(options.Seed);
    private readonly PriorityQueue<DemoAct, DateTimeOffset> acts = new();
    private DemoLeads? sample;
    private DemoColleagues? colleagues;

    /// <summary>Plays the past up to <paramref name="start"/>, leaving the clock there.</summary>
    public async Task PlayPastAsync(DateTimeOffset start, CancellationToken cancellation)
    {
        sample = await DemoLeads.ReadAsync(start, cancellation);
        colleagues = new DemoColleagues(terms, chance);
        Plan(new DemoAct.Arrival(NextArrival(start - Past, PastPace)));
        while (acts.TryPeek(out var act, out var at) && at < start)
        {
            await WakeUntilAsync(at, cancellation);
            clock.Put(at);
            acts.Dequeue();
            await PlayAsync(act, PastPace, cancellation);
            await DrainAsync(cancellation);
        }

        await WakeUntilAsync(start, cancellation);
        clock.Put(start);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            while (acts.TryPeek(out var act, out var at) && at <= clock.GetUtcNow())
            {
                acts.Dequeue();
                try
                {
                    await PlayAsync(act, LivePace, stoppingToken);
                }
                catch (Exception error) when (!stoppingToken.IsCancellationRequested)
                {
                    Log.ActFailed(logger, error);
                }
            }
        }
    }

    private async Task PlayAsync(DemoAct act, TimeSpan pace, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        switch (act)
        {
            case DemoAct.Arrival:
                var answer = await leads.TakeAsync(sample!.Next(now, chance), Person.Baton, now, cancellation);
                if (answer.Handoff is { } id && await store.LoadAsync(id, cancellation) is { } stored)
                {
                    Plan(colleagues!.First(stored.Handoff, now));
                }

                Plan(new DemoAct.Arrival(NextArrival(now, pace)));
                break;
            case DemoAct.Click click when await desk.HandleAsync(click.Handoff, click.Intent, terms.Roster.Find(click.Who)!, now, cancellation) is DeskAnswer.Done done:
                Plan(colleagues!.Then(done.Handoff, click.Intent, now));
                break;
        }
    }

    private void Plan(DemoAct? act)
    {
        if (act is not null)
        {
            acts.Enqueue(act, act.At);
        }
    }

    // Half to one and a half times the pace, in working time.
    private DateTimeOffset NextArrival(DateTimeOffset after, TimeSpan pace) =>
        terms.Calendars.Fallback.Add(after, pace * (0.5 + chance.NextDouble())) ?? after + pace;

    private async Task WakeUntilAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        await digests.EnsureAsync(clock.GetUtcNow(), cancellation);
        while (await FirstDueAsync(until, cancellation) is { } wake)
        {
            clock.Put(wake.Due);
            await (wake.Kind == WakeKind.Digest ? digests.RunAsync(wake.Id, [wake], cancellation) : runner.RunAsync(new HandoffId(wake.Id), [wake], cancellation));
            await digests.EnsureAsync(clock.GetUtcNow(), cancellation);
        }
    }

    private async Task<Wake?> FirstDueAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var firsts = new List<Wake>();
        for (var shard = 0; shard < agenda.Shards; shard++)
        {
            firsts.AddRange(await agenda.DueAsync(shard, until, 1, cancellation));
        }

        return firsts.MinBy(w => w.Due);
    }

    private async Task DrainAsync(CancellationToken cancellation)
    {
        while (queue.TryRead(out var id))
        {
            await runner.RunAsync(id, queue.Begin(id), cancellation);
            queue.End(id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A colleague of the demo could not do what was planned.")]
        public static partial void ActFailed(ILogger logger, Exception error);
    }
}
