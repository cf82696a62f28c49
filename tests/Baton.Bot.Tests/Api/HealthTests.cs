using System.Diagnostics.Metrics;
using Baton.Bot.Api;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Bot.Workers;
using Baton.Handoffs.Chat;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Api;

public class HealthTests
{
    [Fact]
    public async Task A_process_that_can_work_is_alive_and_ready_without_a_key()
    {
        await using var host = await ApiHost.StartAsync(new() { ["Api:Keys:one"] = "0123456789abcdef" });

        Assert.Equal("alive", (await host.GetAsync("/healthz")).Expect(200).Text("status"));
        var ready = (await host.GetAsync("/readyz")).Expect(200);
        Assert.Equal(["store", "workers"], ready.Json.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("name").GetString()).Order());
    }

    [Fact]
    public async Task A_store_that_does_not_work_is_named_with_what_to_do()
    {
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<ITableHealth>(new Failing()));

        var answer = (await host.GetAsync("/readyz")).Expect(503);

        Assert.Contains("store: The disk is full. Make room.", answer.Text("detail"), StringComparison.Ordinal);
        Assert.False(answer.Json.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "store").GetProperty("ready").GetBoolean());
        (await host.GetAsync("/healthz")).Expect(200);
    }

    [Fact]
    public async Task Sweeps_that_stay_away_are_named()
    {
        await using var host = await ApiHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Contains("workers: The sweeps for what is due have stopped", (await host.GetAsync("/readyz")).Expect(503).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_backlog_is_no_standstill()
    {
        await using var host = await ApiHost.StartAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        host.Services.GetRequiredService<WorkerHealth>().Progressed(host.Clock.GetUtcNow());

        (await host.GetAsync("/readyz")).Expect(200);
    }

    [Fact]
    public async Task A_platform_in_trouble_is_told_and_takes_no_process_out_of_work()
    {
        var chat = new Platform();
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<IPlatformHealth>(chat).AddSingleton<PlatformMeter>());
        host.Services.GetRequiredService<PlatformMeter>();
        Assert.Equal("ready", (await host.GetAsync("/readyz")).Expect(200).Text("status"));
        Assert.Equal(("chat", 1), Measured(host));

        chat.Problem = "The secret has run out. Make a new one.";
        host.Clock.Advance(ReadinessCheck.Fresh);

        var answer = (await host.GetAsync("/readyz")).Expect(200);
        var part = answer.Json.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "chat");
        Assert.Equal("degraded", answer.Text("status"));
        Assert.Equal((false, false, chat.Problem), (part.GetProperty("ready").GetBoolean(), part.GetProperty("required").GetBoolean(), part.GetProperty("problem").GetString()));
        Assert.Equal(("chat", 0), Measured(host));
    }

    [Fact]
    public async Task A_new_process_that_has_not_reached_a_platform_takes_nobodys_place_for_some_minutes()
    {
        var chat = new Platform { Problem = "No socket is open yet." };
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<IPlatformHealth>(chat));
        Assert.Contains("chat: No socket is open yet.", (await host.GetAsync("/readyz")).Expect(503).Text("detail"), StringComparison.Ordinal);

        host.Clock.Advance(ReadinessCheck.Start);
        host.Services.GetRequiredService<WorkerHealth>().Swept(host.Clock.GetUtcNow());
        Assert.Equal("degraded", (await host.GetAsync("/readyz")).Expect(200).Text("status"));
    }

    [Fact]
    public async Task A_platform_that_was_reached_once_takes_no_process_out_of_work_however_young_it_is()
    {
        var chat = new Platform { Problem = "No socket is open yet." };
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<IPlatformHealth>(chat));
        (await host.GetAsync("/readyz")).Expect(503);

        chat.Problem = null;
        host.Clock.Advance(ReadinessCheck.Fresh);
        (await host.GetAsync("/readyz")).Expect(200);
        chat.Problem = "All sockets are closed.";
        host.Clock.Advance(ReadinessCheck.Fresh);

        Assert.Equal("degraded", (await host.GetAsync("/readyz")).Expect(200).Text("status"));
    }

    [Fact]
    public async Task A_part_that_does_not_answer_is_named_when_its_time_is_over()
    {
        var silent = new Silent();
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<IReadiness>(silent));
        var asking = host.GetAsync("/readyz");
        await silent.Asked;

        host.Clock.Advance(ReadinessCheck.Limit);

        Assert.Contains("silent: It did not answer within 5 seconds", (await asking).Expect(503).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_probes_share_one_check()
    {
        var counted = new Counted();
        await using var host = await ApiHost.StartAsync(change: s => s.AddSingleton<IReadiness>(counted));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.GetAsync("/readyz")));
        Assert.Equal(1, counted.Asked);

        host.Clock.Advance(ReadinessCheck.Fresh);
        (await host.GetAsync("/readyz")).Expect(200);
        Assert.Equal(2, counted.Asked);
    }

    private static (string Platform, int Up) Measured(ApiHost host)
    {
        var told = new List<(string, int)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Name == PlatformMeter.Gauge && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>()) it.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((_, up, tags, _) => told.Add(((string)Assert.Single(tags.ToArray()).Value!, up)));
        listener.Start();
        listener.RecordObservableInstruments();
        return Assert.Single(told);
    }

    private sealed class Platform : IPlatformHealth
    {
        string IPlatformHealth.Platform => "chat";

        public string? Problem { get; set; }
    }

    private sealed class Failing : ITableHealth
    {
        public Task<TableHealth> CheckAsync(CancellationToken ct) => Task.FromResult<TableHealth>(new TableHealth.Failing(TableUnavailable.DiskFull, "The disk is full. Make room."));
    }

    private sealed class Silent : IReadiness
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public string Name => "silent";

        public Task<string?> ProblemAsync(CancellationToken cancellation)
        {
            asked.TrySetResult();
            return new TaskCompletionSource<string?>().Task;
        }
    }

    private sealed class Counted : IReadiness
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public string Name => "counted";

        public Task<string?> ProblemAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref asked);
            return Task.FromResult<string?>(null);
        }
    }
}
