using System.Diagnostics.Metrics;
using Baton.Handoffs.Repairs;

namespace Baton.Bot.Workers;

/// <summary>
/// Counts what stands still, as the gauge <c>baton.dead_letters</c> of the meter <c>Baton</c>: by cause, never by place, handoff or person.
/// Every cause is told, also with 0, so that an alarm can end.
/// </summary>
internal sealed class DeadLetterMeter : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Baton";

    /// <summary>The gauge's name.</summary>
    public const string Gauge = "baton.dead_letters";

    /// <summary>How old the figures may be.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Meter meter;
    private readonly IStuckEffects stuck;

    // Replaced as a whole by the sweep, read by whoever collects; null before the first count.
    private volatile IReadOnlyDictionary<StuckCause, int>? counted;

    // Only the sweep asks.
    private DateTimeOffset next;

    public DeadLetterMeter(IMeterFactory factory, IStuckEffects stuck)
    {
        this.stuck = stuck;
        meter = factory.Create(Name);
        meter.CreateObservableGauge(Gauge, Measure, "{effect}", "Deliveries that stand still until something changes.");
    }

    /// <summary>Counts anew when the figures are old: one query, whose cost is what stands still.</summary>
    public async Task EnsureFreshAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (now < next)
        {
            return;
        }

        counted = await stuck.AllAsync(cancellation).GroupBy(s => s.Cause).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken: cancellation);
        next = now + Fresh;
    }

    /// <inheritdoc />
    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Measure() => counted is not { } figures
        ? []
        : Enum.GetValues<StuckCause>().Select(cause => new Measurement<int>(figures.GetValueOrDefault(cause), new KeyValuePair<string, object?>("cause", cause.ToString())));
}
