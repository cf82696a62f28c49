using System.Text.Json;
using Baton.Bot.Intake;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Intake;

public class LeadBatchTests
{
    [Fact]
    public async Task A_lead_late_in_a_long_file_comes_in_when_it_is_taken_with_its_wake_up_ahead_of_it()
    {
        await using var host = await ApiHost.StartAsync();
        var taken = new List<(string Handoff, DateTimeOffset At)>();

        var failure = await host.Services.GetRequiredService<LeadBatch>().TakeAsync(SlowlyAsync(host, taken), Person.Baton, (_, outcome) =>
        {
            lock (taken)
            {
                taken.Add((((LeadOutcome.Taken)outcome).Answer.Handoff!.Value.Value, host.Clock.GetUtcNow()));
            }
        }, default);

        Assert.Null(failure);
        var agenda = host.Services.GetRequiredService<TableAgenda>();
        var due = new List<Wake>();
        for (var shard = 0; shard < agenda.Shards; shard++)
        {
            due.AddRange(await agenda.DueAsync(shard, DateTimeOffset.MaxValue.AddDays(-1), 100, default));
        }

        Assert.Equal(3, taken.Count);
        Assert.All(taken, lead => Assert.InRange(due.Where(w => w.Id == lead.Handoff).Max(w => w.Due), lead.At + new Pulse().Safety, DateTimeOffset.MaxValue));
        var store = host.Services.GetRequiredService<IHandoffStore>();
        foreach (var (handoff, at) in taken)
        {
            Assert.Equal(at, (await store.EventAsync(new HandoffId(handoff), 1, default))!.At);
        }
    }

    // Each lead is read a minute after the one before it was taken.
    private static async IAsyncEnumerable<(int, LeadReading)> SlowlyAsync(ApiHost host, List<(string Handoff, DateTimeOffset At)> taken)
    {
        for (var number = 0; number < 3; number++)
        {
            while (true)
            {
                lock (taken)
                {
                    if (taken.Count == number)
                    {
                        break;
                    }
                }

                await Task.Yield();
            }

            host.Clock.Advance(TimeSpan.FromMinutes(1));
            using var json = JsonDocument.Parse(ALead.Json($"slow-{number}"));
            yield return (number, LeadJson.Read(json.RootElement, host.Clock.GetUtcNow()));
        }
    }
}
