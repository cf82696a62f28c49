namespace Baton.EndToEnd.Slack;

/// <summary>A clock whose time passes faster, for allowances that come back with time.</summary>
internal sealed class QuickTime(double speed) : TimeProvider
{
    private readonly long start = System.GetTimestamp();

    public override long GetTimestamp() => start + (long)((System.GetTimestamp() - start) * speed);
}
