using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Effects;
using Baton.Handoffs.Leads;

namespace Baton.Tables.Audit;

/// <summary>Each handoff is found by its lead, its contact and its company, and an open one has its contact for itself.</summary>
internal static class IndexChecks
{
    private const string Table = BatonTables.Lookup;

    /// <summary>What does not hold of a handoff in the index.</summary>
    public static async Task<IReadOnlyList<Suspicion>> OfAsync(AuditedHandoff it, AuditScope scope, CancellationToken ct)
    {
        if (it.File is not { Handoff: var handoff })
            return [];
        List<Suspicion> found = [];
        if (handoff.Lead.Contact.Email is { } email && !it.Awaits<Effect.Claim>())
            found.AddRange(await PersonAsync(handoff, email, scope, ct));
        if (LeadKeys.Company(handoff.Lead.Company.Name) is { } company && !it.Awaits<Effect.Claim>() && await scope.Engine.GetAsync(Table, company, LeadKeys.Handoff(it.Id), ct) is null)
            found.Add(new Suspicion(AuditRule.CompanyUnindexed, it.Id.Value, "its company's list lacks it", scope.Write(Table, company, LeadKeys.Handoff(it.Id), LeadRows.Mention)));

        // An erased lead is noted under a name that its handoff has forgotten.
        if (handoff.ErasedAt is not null)
            return found;
        var (source, externalId) = (handoff.Lead.Source, handoff.Lead.ExternalId);
        if (await scope.Engine.GetAsync(BatonTables.Intake, LeadKeys.Source(source), LeadKeys.Lead(externalId), ct) is null)
            found.Add(new Suspicion(AuditRule.LeadUnnoted, it.Id.Value, "there is no note of its lead", token => NoteAsync(handoff, scope, token)));
        return found;
    }

    private static async Task<IReadOnlyList<Suspicion>> PersonAsync(Handoff handoff, EmailAddress email, AuditScope scope, CancellationToken ct)
    {
        List<Suspicion> found = [];
        if (await scope.Engine.GetAsync(Table, LeadKeys.Person(email), LeadKeys.Handoff(handoff.Id), ct) is null)
            found.Add(new Suspicion(AuditRule.PersonUnindexed, handoff.Id.Value, "its contact's list lacks it", scope.Write(Table, LeadKeys.Person(email), LeadKeys.Handoff(handoff.Id), LeadRows.Mention)));
        if (handoff.State.IsOpen() && await IsFreeAsync(email, scope, ct))
            found.Add(new Suspicion(AuditRule.PersonUnclaimed, handoff.Id.Value, "its contact counts as free", token => ClaimAsync(handoff, email, scope, token)));
        return found;
    }

    private static async Task<bool> IsFreeAsync(EmailAddress email, AuditScope scope, CancellationToken ct) =>
        await PersonMarks.ReadAsync(scope.Engine, email, ct) is { IsSuppressed: false, Current: var current } && (current is null || !LeadRows.Lives(current.Values));

    private static async Task ClaimAsync(Handoff handoff, EmailAddress email, AuditScope scope, CancellationToken ct)
    {
        var marks = await PersonMarks.ReadAsync(scope.Engine, email, ct);
        if (marks.Current is null || !LeadRows.Lives(marks.Current.Values))
            await scope.Engine.TryCommitAsync(Table, LeadKeys.Person(email), [TableCommits.InsertOrReplace(LeadKeys.Current, LeadRows.Current(handoff.Id, true), marks.Current?.ETag)], ct);
    }

    private static Task NoteAsync(Handoff handoff, AuditScope scope, CancellationToken ct)
    {
        var result = handoff.State == HandoffState.Returned ? IntakeResult.Returned : IntakeResult.Offered;
        var note = new IntakeNote(handoff.Lead.Source, handoff.Lead.ExternalId, result, handoff.Id, handoff.Milestones.Created, null);
        return scope.Engine.TryCommitAsync(BatonTables.Intake, LeadKeys.Source(note.Source), [new TableAction.Insert(LeadKeys.Lead(note.ExternalId), LeadRows.Note(note))], ct);
    }
}
