using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Kills;
using Baton.EndToEnd.Processes;
using Baton.EndToEnd.Stores;
using Baton.Tables;
using Baton.Tables.Tests.Azure;
using Xunit.Abstractions;

namespace Baton.EndToEnd.Replicas;

/// <summary>One of three replicas on one account of table storage is gone; what it looked after is looked after by the others in time.</summary>
public sealed class TakeOverTests(ITestOutputHelper output)
{
    private const int Replicas = 3;
    private const int LeadsBefore = 12;
    private const int LeadsAfter = 12;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(150);
    private static readonly LeaseTimes Times = new();

    // What the product promises.
    private static readonly TimeSpan Latest = Times.Lease + TimeSpan.FromSeconds(10);

    [Fact]
    public Task After_a_kill_no_step_is_taken_later_than_a_lease_and_ten_seconds() => PlayAsync(replica => replica.KillAsync());

    [Fact]
    public Task After_a_freeze_for_longer_than_a_lease_nothing_is_late_or_happens_twice() => PlayAsync(async replica =>
    {
        await replica.FreezeAsync();
        await Until.PassesAsync(Times.Lease + (2 * Times.Beat));
        await replica.ThawAsync();
    });

    [Fact]
    public Task After_an_end_in_order_the_others_go_on() => PlayAsync(async replica =>
    {
        Assert.Equal(0, await replica.StopAsync());
        Assert.DoesNotContain("could not be let go", replica.Written, StringComparison.Ordinal);
    });

    private async Task PlayAsync(Func<BatonProcess, Task> goes)
    {
        await using var machine = new Standstill();
        await using var azurite = await Azurite.StartAsync();
        using var folder = new TempFolder();
        HastyHouse.Settle(folder.Path, azurite.ConnectionString);
        var replicas = new List<BatonProcess>();
        try
        {
            for (var i = 0; i < Replicas; i++)
            {
                replicas.Add(await BatonProcess.ListeningAsync(folder.Path, "serve"));
            }

            await Until.HoldsAsync("all know each other", () => Task.FromResult(replicas.TrueForAll(r => r.Written.Contains($"Processes at work: {Replicas}", StringComparison.Ordinal))));
            await EndAsync(folder.Path, await LeadAsync(replicas, goes), replicas, machine);
        }
        finally
        {
            replicas.ForEach(r => output.WriteLine(r.Written));
            foreach (var replica in replicas)
            {
                await replica.DisposeAsync();
            }
        }
    }

    // The first takes the leads; the second goes in between.
    private static async Task<Dictionary<string, string>> LeadAsync(List<BatonProcess> replicas, Func<BatonProcess, Task> goes)
    {
        using var client = replicas[0].Client();
        var promised = await OfferAsync(client, 0, LeadsBefore);
        var going = goes(replicas[1]);
        foreach (var (lead, handoff) in await OfferAsync(client, LeadsBefore, LeadsAfter))
        {
            promised[lead] = handoff;
        }

        await going;
        return promised;
    }

    private static async Task<Dictionary<string, string>> OfferAsync(HttpClient client, int from, int count)
    {
        var promised = new Dictionary<string, string>();
        for (var i = from; i < from + count; i++)
        {
            promised[$"k{i}"] = await LeadSender.OfferAsync(client, LeadSender.Lead($"k{i}", $"Company {i}"));
            await Until.PassesAsync(Pace);
        }

        return promised;
    }

    private async Task EndAsync(string folder, Dictionary<string, string> promised, List<BatonProcess> replicas, Standstill machine)
    {
        await Until.PassesAsync(Latest);
        await Outboxes.EmptyAsync(folder, DrainPatience);
        await using var store = OpenStore.In(folder);
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(replicas.Where(r => !r.HasEnded).Select(r => r.StopAsync()));
        var violations = await new StoreAudit(store, now).ViolationsAsync(promised, "hubspot");
        var (latest, tooLate) = await new WakeAudit(store).LookAsync(Latest + machine.Lost);
        output.WriteLine($"Latest step: {latest.TotalSeconds:0.0} s late; the machine stood still for {machine.Lost.TotalSeconds:0.0} s.");
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(40)));
        Assert.True(tooLate.Count == 0, string.Join('\n', tooLate.Take(20)));
    }
}
