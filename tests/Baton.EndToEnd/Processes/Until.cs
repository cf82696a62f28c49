namespace Baton.EndToEnd.Processes;

/// <summary>The one place where these tests wait: for a condition, asked again and again until a deadline.</summary>
internal static class Until
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until it holds.</summary>
    /// <param name="what">What is waited for, as the failure names it.</param>
    /// <param name="holds">Asked every 50 ms, or at the pace given.</param>
    /// <param name="patience">The deadline; half a minute when null.</param>
    /// <param name="seen">What was seen instead, for the failure.</param>
    /// <param name="pace">How long between two questions, where asking is dear.</param>
    public static async Task HoldsAsync(string what, Func<Task<bool>> holds, TimeSpan? patience = null, Func<string>? seen = null, TimeSpan? pace = null)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(pace ?? Between, time);
        while (!await holds())
        {
            if (time.GetElapsedTime(start) > (patience ?? Usual))
            {
                Assert.Fail($"Not within {(patience ?? Usual).TotalSeconds:0} s: {what}. {seen?.Invoke()}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits until there is one, and answers it.</summary>
    public static async Task<T> SomeAsync<T>(string what, Func<Task<T?>> find, TimeSpan? patience = null, Func<string>? seen = null)
        where T : class
    {
        T? found = null;
        await HoldsAsync(what, async () => (found = await find()) is not null, patience, seen);
        return found!;
    }

    /// <summary>Lets so much time pass: for acts that must happen at a moment, never to prove that nothing happened.</summary>
    public static async Task PassesAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time, TimeProvider.System);
        await timer.WaitForNextTickAsync();
    }
}
