using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Repairs;

namespace Baton.Tables.Audit;

/// <summary>What stands still is on the list of what does, and nothing else is.</summary>
internal static class StuckChecks
{
    private const string Table = BatonTables.Stuck;

    /// <summary>What of a handoff stands still and is not listed.</summary>
    public static async Task<IReadOnlyList<Suspicion>> OfAsync(AuditedHandoff it, AuditScope scope, CancellationToken ct)
    {
        List<Suspicion> found = [];
        foreach (var dead in it.File?.Outbox.Where(e => e.Dead) ?? [])
        {
            if (await scope.Engine.GetAsync(Table, TableStuckEffects.Partition, TableStuckEffects.Row(it.Id, dead.Effect.Id), ct) is null)
                found.Add(new Suspicion(AuditRule.StuckUnlisted, it.Id.Value, $"{dead.Effect.Id} stands still", token => new TableStuckEffects(scope.Engine).PutAsync(Of(it.File!, dead, scope.Now), token)));
        }

        return found;
    }

    /// <summary>Whether a listed effect is there: standing still, or set going again.</summary>
    public static async Task<Suspicion?> OfAsync(ScannedRow row, AuditScope scope, CancellationToken ct)
    {
        var stuck = TableStuckEffects.Read(row.Row);
        var file = await scope.Handoffs.OpenAsync(stuck.Handoff, ct);
        return file?.Outbox.Any(e => e.Effect.Id == stuck.Effect) == true
            ? null
            : new Suspicion(AuditRule.StuckLeftOver, stuck.Handoff.Value, $"{stuck.Effect} is listed and done", scope.Delete(Table, row));
    }

    // Which place and why is not kept with the effect: told as what most often is the cause.
    private static StuckEffect Of(HandoffFile file, OutboxEntry dead, DateTimeOffset now) => new(
        file.Handoff.Id,
        dead.Effect.Id,
        Effect.NameOf(dead.Effect),
        dead.Effect is Effect.Feedback ? file.Handoff.Route.Marketing : file.Handoff.Route.Sales,
        StuckCause.TriedTooOften,
        dead.Error ?? "",
        dead.StuckSince ?? now);
}
