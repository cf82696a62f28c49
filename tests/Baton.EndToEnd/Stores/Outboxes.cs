namespace Baton.EndToEnd.Stores;

/// <summary>What is still to be sent, read beside the living process.</summary>
internal static class Outboxes
{
    /// <summary>Handoffs with living effects, as text; empty when nothing is left.</summary>
    public static async Task<string> LeftAsync(string folder)
    {
        await using var store = OpenStore.In(folder);
        var left = new List<string>();
        foreach (var id in await store.HandoffsAsync())
        {
            if (await store.Handoffs.OpenAsync(id, default) is { Outbox.Count: > 0 } file)
            {
                left.AddRange(file.Outbox.Where(e => !e.Dead).Select(e => $"{id} {e.Effect.Id} claimed {e.ClaimedUntil:T} {e.Error}"));
            }
        }

        return string.Join('\n', left);
    }
}
