using System.Globalization;

namespace Baton.Tables;

/// <summary>
/// Keeps the number of shards with the store. With another number wake-ups would be looked for where they are not, and leads be dropped:
/// so another number is refused.
/// </summary>
internal sealed class AgendaShards(ITableEngine engine, int shards)
{
    /// <summary>Apart from the shards.</summary>
    public const string Partition = "settings";
    private const string Row = "shards";

    // Set once and never back, by whoever asked first; several may ask at once, and get the same answer.
    private volatile bool agreed;

    /// <summary>The number that a store was made with; null for one that has none yet.</summary>
    public static async Task<int?> SettledAsync(ITableEngine engine, CancellationToken ct) =>
        (await engine.GetAsync(BatonTables.Agenda, Partition, Row, ct))?.Values.GetInt32("number");

    /// <summary>One read the first time (and a write in an empty store), nothing afterwards.</summary>
    public ValueTask AgreeAsync(CancellationToken ct) => agreed ? ValueTask.CompletedTask : new ValueTask(AskAsync(ct));

    private async Task AskAsync(CancellationToken ct)
    {
        await CompareAndSwap.UntilAsync("The number of shards", async () =>
        {
            if (await SettledAsync(engine, ct) is not { } number)
                return await InsertAsync(ct);
            Check(number);
            return true;
        }, ct);
        agreed = true;
    }

    private Task<bool> InsertAsync(CancellationToken ct) =>
        engine.TryCommitAsync(BatonTables.Agenda, Partition, [new TableAction.Insert(Row, new() { { "number", shards } })], ct);

    private void Check(int stored)
    {
        if (stored != shards)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The agenda was made with {stored} shards and is now asked for {shards}. The number is fixed for a store: configure {stored}, or begin an empty store."));
    }
}
