namespace Baton.Handoffs.Tests.Doubles;

/// <summary>
/// What lies between a process and its ports. It counts the calls, and it can kill the process at a chosen point: each call has one before it
/// takes effect and one after, when it has taken effect and nobody hears the answer. A dead process calls nothing any more.
/// </summary>
public sealed class Wire(int? diesAt = null)
{
    private int points;

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<string> Calls => calls;

    private readonly List<string> calls = [];

    /// <summary>Whether the process died.</summary>
    public bool IsDead => diesAt is { } at && points >= at;

    /// <summary>Runs with a port call; a hook that the test may set, such as another process that comes in between.</summary>
    public Func<string, Task>? Before { get; set; }

    public async Task<T> CallAsync<T>(string name, Func<T> effect)
    {
        Point(name);
        if (Before is { } hook) await hook(name);
        calls.Add(name);
        var answer = effect();
        Point(name);
        return answer;
    }

    public Task CallAsync(string name, Action effect) => CallAsync(name, () =>
    {
        effect();
        return true;
    });

    private void Point(string name)
    {
        points++;
        if (IsDead) throw new ProcessDiedException(name);
    }
}

/// <summary>The process was killed.</summary>
public sealed class ProcessDiedException(string at) : Exception($"Killed at {at}.");
