namespace Baton.Slack.Tests.Hosting;

/// <summary>Waits for a condition, asked again and again until a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    public static Task HoldsAsync(string what, Func<bool> holds, TimeSpan? within = null) => HoldsAsync(what, () => Task.FromResult(holds()), within);

    public static async Task HoldsAsync(string what, Func<Task<bool>> holds, TimeSpan? within = null)
    {
        var patience = within ?? Patience;
        var start = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Between, TimeProvider.System);
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < patience, $"Not within {patience.TotalSeconds:0} s: {what}.");
            await timer.WaitForNextTickAsync();
        }
    }

    public static async Task<T> SomeAsync<T>(string what, Func<T?> find)
        where T : class
    {
        T? found = null;
        await HoldsAsync(what, () => (found = find()) is not null);
        return found!;
    }
}
