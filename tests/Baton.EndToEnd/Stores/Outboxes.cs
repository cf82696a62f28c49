using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Stores;

/// <summary>What is still to be sent, read beside the living process.</summary>
internal static class Outboxes
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>Waits until nothing is left to be sent but what is dead.</summary>
    /// <param name="folder">Where the configuration is.</param>
    /// <param name="patience">The deadline.</param>
    public static async Task EmptyAsync(string folder, TimeSpan patience)
    {
        IReadOnlyList<string> left = [];
        await Until.HoldsAsync("the outbox is empty", async () => (left = await LeftAsync(folder)).Count == 0, patience, () => string.Join('\n', left), Pace);
    }

    private static async Task<IReadOnlyList<string>> LeftAsync(string folder)
    {
        await using var store = OpenStore.In(folder);
        return [.. (await store.OutboxAsync()).Select(e => $"{e.Id} {e.Entry.Effect.Id} claimed until {e.Entry.ClaimedUntil:T}, not before {e.Entry.NotBefore:T} {e.Entry.Error}")];
    }
}
