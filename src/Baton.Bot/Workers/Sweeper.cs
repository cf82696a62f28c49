using Baton.Handoffs.Chat.Desk;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Feedback;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Places;
using Baton.Tables;

namespace Baton.Bot.Workers;

/// <summary>Asks each shard that is this process's what is due, by one range query, and handles it. Its cost grows with what is due, never with what is open.</summary>
internal sealed partial class Sweeper(IAgenda agenda, ITableEngine engine, ShardLeases leases, Runner runner, PersonRunner persons, PeopleDesk people, SuggestionDesk suggestions, DigestDesk digests, PlaceDesk places, WaitingDesk waiting, KeyDesk keys, GreetingDesk greetings, DeadLetterMeter deadLetters, Pulse pulse, TimeProvider time, WorkerHealth health, ILogger<Sweeper> logger) : BackgroundService
{
    /// <summary>How many wake-ups of a shard are asked for at once.</summary>
    public const int Take = 200;

    /// <summary>How many are handled at once where the store is on this machine: they wait for its processors.</summary>
    public const int AtOnceHere = 4;

    /// <summary>How many are handled at once where the store is far away: they wait for its answers. Ten replicas stay below what one account takes.</summary>
    public const int AtOnceAfar = 8;

    private readonly int atOnce = engine.CommitsTogether ? AtOnceHere : AtOnceAfar;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pulse.Sweep, time);
        do
        {
            try
            {
                await people.EnsureFreshAsync(time.GetUtcNow(), stoppingToken);
                await digests.EnsureAsync(time.GetUtcNow(), stoppingToken);
                await SweepAsync(stoppingToken);
                await deadLetters.EnsureFreshAsync(time.GetUtcNow(), stoppingToken);
                health.Swept(time.GetUtcNow());
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                health.Failed(error.Message);
                Log.SweepFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A shard with much to do takes turns with the others, so that what is due there holds up nobody's deadline here.
    private async Task SweepAsync(CancellationToken cancellation)
    {
        var left = leases.Held.Select(shard => (Shard: shard, Fence: leases.FenceOf(shard))).ToList();
        while (left.Count > 0)
        {
            var more = new List<(int Shard, long? Fence)>();
            foreach (var (shard, fence) in left)
            {
                if (await SweepAsync(shard, cancellation) == Take && fence is not null && leases.FenceOf(shard) == fence)
                {
                    more.Add((shard, fence));
                }
            }

            left = more;
        }
    }

    private async Task<int> SweepAsync(int shard, CancellationToken cancellation)
    {
        // A wake-up that precedes a commit must not be taken before its writer meant: it would find nothing yet, and be gone.
        var due = await agenda.DueAsync(shard, time.GetUtcNow() - leases.Ahead, Take, cancellation);
        health.Progressed(time.GetUtcNow());
        await Parallel.ForEachAsync(
            due.GroupBy(w => (w.Kind, w.Id)),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellation },
            async (wakes, token) =>
            {
                await HandleAsync([.. wakes], token);
                health.Progressed(time.GetUtcNow());
            });
        return due.Count;
    }

    // One that fails is put off, so that it cannot hold up those behind it.
    private async Task HandleAsync(IReadOnlyList<Wake> wakes, CancellationToken cancellation)
    {
        var first = wakes[0];
        try
        {
            await (first.Kind switch
            {
                WakeKind.Digest => digests.RunAsync(first.Id, wakes, cancellation),
                WakeKind.Suggestion => suggestions.RunAsync(first.Id, wakes, cancellation),
                WakeKind.Person => persons.RunAsync(EmailAddress.Parse(first.Id), wakes, cancellation),
                WakeKind.Place => places.RunAsync(first.Id, wakes, cancellation),
                WakeKind.Waiting => waiting.RunAsync(first.Id, wakes, cancellation),
                WakeKind.IdempotencyKeys => keys.RunAsync(first.Id, wakes, cancellation),
                WakeKind.Greeting => greetings.RunAsync(first.Id, wakes, cancellation),
                _ => runner.RunAsync(new HandoffId(first.Id), wakes, cancellation),
            });
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.WakeFailed(logger, first.Kind, first.Id, error);
            await agenda.AddAsync(first with { Due = time.GetUtcNow() + pulse.Safety }, cancellation);
            await agenda.RemoveAsync(wakes, cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Asking what is due failed; it is tried again with the next sweep.")]
        public static partial void SweepFailed(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Error, "Handling the wake-up of {Kind} {Id} failed; it is put off.")]
        public static partial void WakeFailed(ILogger logger, WakeKind kind, string id, Exception error);
    }
}
