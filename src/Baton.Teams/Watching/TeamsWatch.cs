using Baton.Edges;
using Microsoft.Extensions.Logging;

namespace Baton.Teams.Watching;

/// <summary>Asks once a minute whether Baton gets a token that Teams takes, and whether it can tell what comes from Teams.</summary>
internal sealed class TeamsWatch(TeamsProbe probe, TeamsHealth health, TimeProvider time, ILogger<TeamsWatch> logger)
    : PlatformWatch("Teams", health, time, logger)
{
    private readonly TeamsHealth health = health;

    /// <inheritdoc />
    protected override async Task AskAsync(CancellationToken cancellation) => health.Found(await probe.LookAsync(cancellation));

    /// <inheritdoc />
    protected override void Failed(Exception error) =>
        health.Found(new TeamsStanding($"Nobody can tell whether Baton gets a token: {error.GetType().Name}. Look at the log.", null));
}
