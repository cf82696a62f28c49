namespace Baton.Handoffs.Tests.Doubles;

/// <summary>
/// Processes that work at once, each of which stops at every port call until it is let go on: so that a test can make them overlap in any way.
/// Runs everything on the thread that lets go, without waiting; to be used where no context brings continuations elsewhere.
/// </summary>
public sealed class Overlap(World world)
{
    private readonly List<(Process Process, string Call, DateTimeOffset Since, TaskCompletionSource Go)> held = [];
    private readonly List<Task> acts = [];

    /// <summary>A process begins something; it may be killed at that point of its way, 0 for never.</summary>
    public void Begin(int diesAt, Func<Process, Task> act)
    {
        var process = world.Start(diesAt == 0 ? null : diesAt);
        process.Wire.Before = call =>
        {
            var go = new TaskCompletionSource();
            held.Add((process, call, world.Now, go));
            return go.Task;
        };
        acts.Add(PlayAsync(process, act));
    }

    /// <summary>One of those that are held goes on for so many calls.</summary>
    public void Step(int which, int calls)
    {
        if (held.Count == 0) return;
        var process = held[which % held.Count].Process;
        for (var call = 0; call < calls && held.FindIndex(h => h.Process == process) is >= 0 and var next; call++)
        {
            var go = held[next].Go;
            held.RemoveAt(next);
            go.SetResult();
        }
    }

    /// <summary>Time passes; no commit takes longer than commits may.</summary>
    public void Wait(TimeSpan time)
    {
        var until = held.Where(h => h.Call == "store.commit").Select(h => h.Since + world.Pulse.CommitLimit).Append(world.Now + time).Min();
        world.Clock.MoveTo(until);
    }

    /// <summary>Everybody goes on to the end, by turns.</summary>
    public async Task EndAsync()
    {
        while (held.Count > 0) Step(0, 1);
        await Task.WhenAll(acts);
    }

    // Killed, or told that the store is too slow and that nothing was changed.
    private static async Task PlayAsync(Process process, Func<Process, Task> act)
    {
        try
        {
            await act(process);
        }
        catch (Exception end) when (end is ProcessDiedException or TimeoutException)
        {
            process.Wire.Before = null;
        }
    }
}
