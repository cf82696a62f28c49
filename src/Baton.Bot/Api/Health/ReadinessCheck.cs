using System.Diagnostics.CodeAnalysis;
using Baton.Handoffs.Chat;

namespace Baton.Bot.Api;

/// <summary>Asks every part at once, and looks how the process gets on with each platform. Whoever asks while a check runs, or shortly after it, shares it: probes must not become load.</summary>
internal sealed class ReadinessCheck(IEnumerable<IReadiness> parts, IEnumerable<IPlatformHealth> platforms, TimeProvider time)
{
    /// <summary>How long a part may take to answer.</summary>
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer is good for.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();

    /// <summary>How long after its start a process may be kept from work by a platform that it has not reached yet.</summary>
    internal static readonly TimeSpan Start = TimeSpan.FromMinutes(5);

    private readonly long startedAt = time.GetTimestamp();

    // Platforms that were well once; one check at a time changes it.
    private readonly HashSet<string> reached = [];

    // Both guarded by guard.
    private Task<IReadOnlyList<PartReading>>? last;
    private long askedAt;

    /// <summary>How each part stands.</summary>
    internal Task<IReadOnlyList<PartReading>> ReadAsync()
    {
        lock (guard)
        {
            if (last is null || (last.IsCompleted && time.GetElapsedTime(askedAt) >= Fresh))
            {
                (last, askedAt) = (AskAsync(), time.GetTimestamp());
            }

            return last;
        }
    }

    private async Task<IReadOnlyList<PartReading>> AskAsync() =>
        [.. await Task.WhenAll(parts.Select(AskAsync)), .. platforms.Select(Read)];

    // A new process must not take the place of one that works before it has its own connection, or with a credential that does not count. But not for
    // ever: with a platform that is down for long, it does the rest of its work.
    private PartReading Read(IPlatformHealth platform)
    {
        var problem = platform.Problem;
        if (problem is null)
        {
            reached.Add(platform.Platform);
        }

        return new PartReading(platform.Platform, problem, !reached.Contains(platform.Platform) && time.GetElapsedTime(startedAt) < Start);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A part that cannot even say how it stands is not ready.")]
    private async Task<PartReading> AskAsync(IReadiness part)
    {
        using var ending = new CancellationTokenSource(Limit, time);
        try
        {
            return new PartReading(part.Name, await part.ProblemAsync(ending.Token).WaitAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
            return new PartReading(part.Name, $"It did not answer within {Limit.TotalSeconds:0} seconds. If that goes on, look at its log and restart it.");
        }
        catch (Exception)
        {
            return new PartReading(part.Name, "It could not be asked. If that goes on, look at the log and restart the process.");
        }
    }
}

/// <summary>How a part stands.</summary>
/// <param name="Name">Which.</param>
/// <param name="Problem">What is wrong and what to do; null when it is ready.</param>
/// <param name="IsRequired">Whether the process must not be sent work without it. A platform in trouble is no reason once it was reached, or <see cref="ReadinessCheck.Start"/> is over: the others, the API and the web console work, and what is taken meanwhile waits.</param>
internal sealed record PartReading(string Name, string? Problem, bool IsRequired = true);
