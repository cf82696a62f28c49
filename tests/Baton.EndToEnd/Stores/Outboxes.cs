using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Stores;

/// <summary>What is still to be sent, read beside the living process.</summary>
internal static class Outboxes
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    // A sweep comes each second.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    /// <summary>Waits until nothing is left to be sent but what is dead.</summary>
    /// <param name="folder">Where the configuration is.</param>
    /// <param name="patience">The deadline.</param>
    public static async Task EmptyAsync(string folder, TimeSpan patience)
    {
        IReadOnlyList<string> left = [];
        await Until.HoldsAsync("the outbox is empty", async () => (left = await LeftAsync(folder)).Count == 0, patience, () => string.Join('\n', left), Pace);
    }

    /// <summary>The same, and nothing waits for its turn to be woken either: what is woken fills the outbox again.</summary>
    /// <param name="folder">Where the configuration is.</param>
    /// <param name="patience">The deadline.</param>
    public static async Task RestAsync(string folder, TimeSpan patience)
    {
        IReadOnlyList<string> left = [];
        await Until.HoldsAsync("nothing is late", async () => (left = [.. await LateAsync(folder), .. await LeftAsync(folder)]).Count == 0, patience, () => string.Join('\n', left), Pace);
    }

    /// <summary>What is left to be sent now and is not dead.</summary>
    /// <param name="folder">Where the configuration is.</param>
    public static async Task<IReadOnlyList<string>> LeftAsync(string folder)
    {
        await using var store = OpenStore.In(folder);
        return [.. (await store.OutboxAsync()).Select(e => $"{e.Id} {e.Entry.Effect.Id} claimed until {e.Entry.ClaimedUntil:T}, not before {e.Entry.NotBefore:T} {e.Entry.Error}")];
    }

    private static async Task<IReadOnlyList<string>> LateAsync(string folder)
    {
        await using var store = OpenStore.In(folder);
        var late = TimeProvider.System.GetUtcNow() - Late;
        return [.. (await store.WakesAsync()).SelectMany(w => w).Where(w => w.Due < late).Select(w => $"{w.Kind} {w.Id} was to be woken at {w.Due:T}")];
    }
}
