using System.Diagnostics.Metrics;
using Baton.Handoffs.Chat;

namespace Baton.Bot.Workers;

/// <summary>Tells of each platform that is on whether Baton gets on with it, as the gauge <c>baton.platform.up</c> of the meter <c>Baton</c>: 1, or 0 when <c>/readyz</c> names a problem.</summary>
internal sealed class PlatformMeter : IHostedService, IDisposable
{
    /// <summary>The gauge's name.</summary>
    public const string Gauge = "baton.platform.up";

    private readonly Meter meter;

    public PlatformMeter(IMeterFactory factory, IEnumerable<IPlatformHealth> platforms)
    {
        IReadOnlyList<IPlatformHealth> all = [.. platforms];
        meter = factory.Create(DeadLetterMeter.Name);
        meter.CreateObservableGauge(
            Gauge,
            () => all.Select(it => new Measurement<int>(it.Problem is null ? 1 : 0, new KeyValuePair<string, object?>("platform", it.Platform))),
            description: "1 when Baton gets on with the platform, 0 when it is in trouble.");
    }

    // It is there as long as the host is: being made is all that it does.
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();
}
