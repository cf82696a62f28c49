using System.Runtime.CompilerServices;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;

namespace Baton.Tables;

/// <summary>Effects that stand still, in one partition: table <c>stuck</c>, partition <c>effects</c>, row <c>handoff|effect</c>.</summary>
/// <param name="engine">The store.</param>
public sealed class TableStuckEffects(ITableEngine engine) : IStuckEffects
{
    private const string Table = BatonTables.Stuck;
    internal const string Partition = "effects";

    /// <inheritdoc/>
    public Task PutAsync(StuckEffect stuck, CancellationToken cancellation) =>
        engine.CommitAsync(Table, Partition, [new TableAction.Upsert(Row(stuck.Handoff, stuck.Effect), Values(stuck))], cancellation);

    /// <inheritdoc/>
    public Task RemoveAsync(HandoffId handoff, string effect, CancellationToken cancellation) =>
        engine.TryCommitAsync(Table, Partition, [new TableAction.Remove(Row(handoff, effect))], cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StuckEffect> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in engine.ReadAllAsync(Table, Partition, RowRange.All, cancellation))
            yield return Read(row);
    }

    internal static string Row(HandoffId handoff, string effect) => TableKey.Join(handoff.Value, effect);

    private static TableValues Values(StuckEffect stuck) => new(8)
    {
        { "handoff", stuck.Handoff.Value },
        { "effect", stuck.Effect },
        { "kind", stuck.Kind },
        { "place", stuck.Place.ToString() },
        { "cause", stuck.Cause.ToString() },
        { "why", Remark.Cut(stuck.Why) },
        { "since", stuck.Since },
        { "retriedAt", stuck.RetriedAt },
    };

    // A cause that only a newer release knows needs a person all the same.
    internal static StuckEffect Read(TableRow row) => new(
        new HandoffId(row.Values.GetString("handoff")),
        row.Values.GetString("effect"),
        row.Values.GetString("kind"),
        Place.Parse(row.Values.GetString("place")),
        Enum.TryParse<StuckCause>(row.Values.GetString("cause"), out var cause) ? cause : StuckCause.Broken,
        row.Values.GetString("why"),
        row.Values.GetDateTimeOffset("since"))
    {
        RetriedAt = row.Values.FindDateTimeOffset("retriedAt"),
    };
}
