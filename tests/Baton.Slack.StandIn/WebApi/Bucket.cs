namespace Baton.Slack.StandIn.WebApi;

/// <summary>An allowance that comes back with time, up to a most. Guarded by its owner.</summary>
internal sealed class Bucket(double most, double perSecond, DateTimeOffset since)
{
    private double used;
    private DateTimeOffset last = since;

    /// <summary>How many real seconds until one is there; 0 when one is.</summary>
    public double Wait(TimeProvider time, double speed)
    {
        var now = time.GetUtcNow();
        used = Math.Max(0, used - ((now - last).TotalSeconds * perSecond * speed));
        last = now;
        return used + 1 <= most ? 0 : (used + 1 - most) / (perSecond * speed);
    }

    public void Take() => used++;
}
