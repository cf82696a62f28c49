using System.Text.Json;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;

namespace Baton.Tables.Audit;

/// <summary>Every change has who, when and why, folding the timeline gives the stored state, and one handoff has one owner.</summary>
internal static class TimelineChecks
{
    /// <summary>What does not hold of a handoff by itself.</summary>
    public static IEnumerable<Suspicion> Of(AuditedHandoff it, AuditScope scope)
    {
        // Beside a snapshot of a newer release, what else cannot be read is of that release too.
        var newer = it.Unreadable.Where(row => row.Rule == AuditRule.RowOfNewerRelease).ToList();
        foreach (var (rule, row) in newer.Count > 0 ? newer : it.Unreadable)
            yield return new Suspicion(rule, it.Id.Value, row);
        if (it.Unreadable.Count > 0)
            yield break;
        if (!it.IsGapless || it.Timeline.Count < (it.File?.Handoff.Version ?? 1))
        {
            yield return new Suspicion(AuditRule.TimelineBroken, it.Id.Value, $"{it.Events} events, of which the first {it.Timeline.Count} follow each other; the snapshot counts {it.File?.Handoff.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
            yield break;
        }

        var (folded, wrongly) = Fold(it.Timeline);
        if (wrongly is not null)
            yield return new Suspicion(AuditRule.TimelineBroken, it.Id.Value, wrongly);
        else if (it.File is null || Json(AsOldAs(it.File.Handoff, folded!)) != Json(it.File.Handoff))
            yield return new Suspicion(AuditRule.SnapshotDiffers, it.Id.Value, What(it, folded!), ct => MendAsync(it, folded!, scope, ct));
        if (wrongly is null && Owners(it.Timeline) is { } owners)
            yield return new Suspicion(AuditRule.OwnersDiffer, it.Id.Value, owners);
    }

    /// <summary>How many times somebody accepted what another had, or what is taken has no owner; null when that never was.</summary>
    internal static string? Owners(IEnumerable<HandoffEvent> timeline)
    {
        EmailAddress? owner = null;
        Handoff? at = null;
        foreach (var happened in timeline)
        {
            if (happened is HandoffEvent.Accepted && owner is not null)
                return $"event {at!.Version + 1} accepts what somebody had";
            at = Baton.Handoffs.Handoffs.Fold.Apply(at, happened);
            owner = at.Owner;
        }

        return at is { State: HandoffState.Accepted, Owner: null } ? "it is accepted and has no owner" : null;
    }

    private static (Handoff? Folded, string? Wrongly) Fold(IReadOnlyList<HandoffEvent> timeline)
    {
        try
        {
            return (Baton.Handoffs.Handoffs.Fold.All(timeline), null);
        }
        catch (Exception error) when (error is InvalidOperationException or NullReferenceException)
        {
            return (null, $"it does not fold: {error.Message}");
        }
    }

    // A snapshot that an older release wrote, also beside this one, lacks what that knew nothing of: when it was changed last, a trace in parts, and rejections from before.
    private static Handoff AsOldAs(Handoff stored, Handoff folded)
    {
        var steps = folded.Route.Trace.Select((step, i) => stored.Route.Trace.ElementAtOrDefault(i) is { Findings: null } ? step with { Findings = null } : step);
        var told = folded with { Route = folded.Route with { Trace = [.. steps] } };
        var rejections = folded.EarlierRejections?.TakeLast(stored.EarlierRejections?.Count ?? 0).ToList();
        return told with { ChangedAt = stored.ChangedAt is null ? null : told.ChangedAt, EarlierRejections = rejections is { Count: > 0 } ? rejections : null };
    }

    private static string What(AuditedHandoff it, Handoff folded) => it.File is not { Handoff: var stored } ? $"no snapshot; the timeline says {folded.State} at version {folded.Version}"
        : $"the snapshot says {stored.State} at version {stored.Version}, the timeline {folded.State} at {folded.Version}";

    // The events are what happened. Card and fact follow, as after any change; an effect of that name may be there already.
    private static async Task MendAsync(AuditedHandoff it, Handoff folded, AuditScope scope, CancellationToken ct)
    {
        var name = $"{folded.Version:D6}-mended";
        Effect[] effects = folded.State == HandoffState.Returned
            ? [new Effect.RecordFact($"{name}-fact", folded.Version)]
            : [new Effect.RecordFact($"{name}-fact", folded.Version), new Effect.ShowCard($"{name}-card", folded.CardVersion)];
        var known = it.File?.Outbox.Select(e => e.Effect.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var change = new HandoffChange(it.Id) { After = folded, Tag = it.File?.Tag, Effects = [.. effects.Where(e => !known.Contains(e.Id))] };
        await scope.Safety.Begin(it.Id, ct).CommitAsync(change, ct);

        // Nobody here delivers: a server that runs, or comes, takes it up at once.
        await scope.Wake(WakeKind.Handoff, it.Id.Value, scope.Now)(ct);
    }

    private static string Json(Handoff handoff) => JsonSerializer.Serialize(handoff, HandoffJson.Stored.Handoff);
}
