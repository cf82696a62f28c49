using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>
/// The lead index in table storage: <c>intake</c> names a lead by source and external id; <c>lookup</c> names handoffs by e-mail address
/// and by company, and holds a person's two marks: the present handoff, and that the person must not be contacted.
/// </summary>
/// <remarks>
/// <para>
/// A note and a claim lie in different partitions and so cannot be one atomic write: <see cref="NoteAsync"/> writes both side by side, and the
/// handoff itself is committed after it. What one of them leaves behind when another fails, or when the process dies in between, is harmless
/// as long as callers keep one rule: <b>a handoff that <see cref="LookUpAsync"/> names counts only once it is loaded</b>. Id and commit are
/// insert-once (see <see cref="HandoffId"/>), so to carry on with the traces' tags is always right:
/// </para>
/// <list type="bullet">
/// <item>Note written, claim lost to another lead of the same person: the note names a handoff that was never committed. The next look-up shows
/// it as <c>Earlier</c> beside the winner as <c>Current</c>; noting again (now as a duplicate) replaces it by its tag.</item>
/// <item>Claim written, note lost: only the same lead, sent twice at once, can win the note. Both compute the same handoff id, so the claim is
/// right as soon as either commits. Until then <c>Current</c> names no handoff, and the next claim replaces it by its tag.</item>
/// <item>Both written, process died before the commit: the lead was never answered for. Sent again, it finds its own note and claim, no handoff,
/// notes again by their tags and commits.</item>
/// <item>The same lead twice at once, one winning the note and one the claim: a claim that finds its own handoff there, living, counts as won.
/// So the one with the note goes on, and they never keep each other out.</item>
/// <item>Rows of a person's history and of a company that name a handoff that was never committed: readers load it and find nothing.</item>
/// </list>
/// <para>
/// <see cref="SuppressAsync"/> gives the present handoff's mark a new version in the same batch: a claim that rests on a look-up from before
/// the suppression fails. So nobody is offered who was suppressed meanwhile.
/// </para>
/// </remarks>
/// <param name="engine">The store.</param>
public sealed class TableLeadIndex(ITableEngine engine) : ILeadIndex
{
    /// <summary>How many handoffs of a company are answered at most.</summary>
    public const int MaxOfCompany = 100;

    /// <inheritdoc/>
    public async Task<LeadTraces> LookUpAsync(string source, string externalId, EmailAddress? email, CancellationToken cancellation)
    {
        var noted = engine.GetAsync(BatonTables.Intake, LeadKeys.Source(source), LeadKeys.Lead(externalId), cancellation);
        var marked = email is { } person ? PersonMarks.ReadAsync(engine, person, cancellation) : Task.FromResult(PersonMarks.None);
        await Task.WhenAll(noted, marked);
        var (note, marks) = (await noted, await marked);
        return new LeadTraces(
            note is null ? null : LeadRows.Note(source, externalId, note.Values),
            note?.ETag,
            marks.IsSuppressed,
            marks.Current is { } current ? LeadRows.HandoffOf(current.Values) : null,
            marks.Current is { } living && LeadRows.Lives(living.Values),
            marks.Current?.ETag);
    }

    /// <inheritdoc/>
    /// <remarks>What a false answer, or a crash, leaves behind is told with <see cref="TableLeadIndex"/>.</remarks>
    public async Task<bool> NoteAsync(IntakeNote note, LeadTraces traces, PersonClaim? claim, CancellationToken cancellation)
    {
        var row = TableCommits.InsertOrReplace(LeadKeys.Lead(note.ExternalId), LeadRows.Note(note), traces.EarlierTag);
        var noting = KeepAsync(note, row, cancellation);
        if (claim is null)
            return await noting;
        var claiming = TryClaimAsync(claim, traces.CurrentTag, cancellation);
        await Task.WhenAll(noting, claiming, MentionCompanyAsync(claim, cancellation));
        return await noting && await claiming;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(EmailAddress email, HandoffId handoff, Func<CancellationToken, Task<bool>> isClosed, CancellationToken cancellation) =>
        CompareAndSwap.UntilAsync("The person's present handoff", async () =>
        {
            var row = await engine.GetAsync(BatonTables.Lookup, LeadKeys.Person(email), LeadKeys.Current, cancellation);
            if (row is null || LeadRows.HandoffOf(row.Values) != handoff || !LeadRows.Lives(row.Values) || !await isClosed(cancellation))
                return true;
            var released = new TableAction.Replace(LeadKeys.Current, LeadRows.Current(handoff, false), row.ETag);
            return await engine.TryCommitAsync(BatonTables.Lookup, LeadKeys.Person(email), [released], cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async Task<Settled> SettleAsync(PersonClaim claim, Func<CancellationToken, Task<bool>> isOpen, CancellationToken cancellation)
    {
        Settled settled = new Settled.Own();
        await CompareAndSwap.UntilAsync("The person's present handoff", async () =>
        {
            var marks = await PersonMarks.ReadAsync(engine, claim.Email, cancellation);
            var present = marks.Current is { } current ? LeadRows.HandoffOf(current.Values) : null;
            settled = present is { } other && other != claim.Handoff && LeadRows.Lives(marks.Current!.Values) ? new Settled.Elsewhere(other)
                : marks.IsSuppressed ? new Settled.Suppressed()
                : new Settled.Own();
            return settled is Settled.Elsewhere || await TrySettleAsync(claim, marks, present == claim.Handoff, isOpen, cancellation);
        }, cancellation);
        return settled;
    }

    /// <inheritdoc/>
    public Task MentionAsync(PersonClaim mention, CancellationToken cancellation) => Task.WhenAll(
        engine.CommitAsync(BatonTables.Lookup, LeadKeys.Person(mention.Email), [Mention(mention.Handoff)], cancellation),
        MentionCompanyAsync(mention, cancellation));

    /// <inheritdoc/>
    public Task SuppressAsync(EmailAddress email, EmailAddress by, DateTimeOffset at, CancellationToken cancellation) =>
        CompareAndSwap.UntilAsync("The person", async () =>
        {
            var marks = await PersonMarks.ReadAsync(engine, email, cancellation);
            return marks.IsSuppressed || await engine.TryCommitAsync(
                BatonTables.Lookup,
                LeadKeys.Person(email),
                [
                    new TableAction.Insert(LeadKeys.Suppressed, LeadRows.Suppressed(by, at)),
                    TableCommits.InsertOrReplace(LeadKeys.Current, marks.Current?.Values ?? LeadRows.Mention, marks.Current?.ETag),
                ],
                cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HandoffId>> OfPersonAsync(EmailAddress email, CancellationToken cancellation)
    {
        List<HandoffId> handoffs = [];
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, LeadKeys.Person(email), LeadKeys.Handoffs, cancellation))
            handoffs.Add(LeadKeys.Handoff(row));
        return handoffs;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HandoffId>> OfCompanyAsync(string company, CancellationToken cancellation)
    {
        List<HandoffId> handoffs = [];
        if (LeadKeys.Company(company) is not { } partition)
            return handoffs;
        string? continuation = null;
        do
        {
            var page = await engine.QueryAsync(BatonTables.Lookup, partition, RowRange.All, MaxOfCompany - handoffs.Count, continuation, cancellation);
            handoffs.AddRange(page.Rows.Select(LeadKeys.Handoff));
            continuation = page.Continuation;
        }
        while (continuation is not null && handoffs.Count < MaxOfCompany);
        return handoffs;
    }

    // What the intake itself keeps of a person is listed under the person first, so that it is found when the person is erased.
    private Task<bool> KeepAsync(IntakeNote note, TableAction row, CancellationToken ct) => note.Lead?.Contact.Email is { } email
        ? engine.TryCommitInOrderAsync(
            new TableBatch(BatonTables.Lookup, LeadKeys.SentBy(email), [new TableAction.Upsert(LeadKeys.Sent(note.Source, note.ExternalId), LeadRows.Sent(note))]),
            new TableBatch(BatonTables.Intake, LeadKeys.Source(note.Source), [row]),
            ct)
        : engine.TryCommitAsync(BatonTables.Intake, LeadKeys.Source(note.Source), [row], ct);

    private async Task<bool> TryClaimAsync(PersonClaim claim, string? tag, CancellationToken ct)
    {
        TableAction[] actions =
        [
            TableCommits.InsertOrReplace(LeadKeys.Current, LeadRows.Current(claim.Handoff, true), tag),
            Mention(claim.Handoff),
        ];
        return await engine.TryCommitAsync(BatonTables.Lookup, LeadKeys.Person(claim.Email), actions, ct) || await IsClaimedAsync(claim, ct);
    }

    // False when somebody else was quicker, with the row or with the handoff.
    private async Task<bool> TrySettleAsync(PersonClaim claim, PersonMarks marks, bool isOwn, Func<CancellationToken, Task<bool>> isOpen, CancellationToken ct)
    {
        var lives = !marks.IsSuppressed && await isOpen(ct);
        var current = lives || isOwn ? LeadRows.Current(claim.Handoff, lives) : marks.Current?.Values ?? LeadRows.Mention;
        var swap = TableCommits.InsertOrReplace(LeadKeys.Current, current, marks.Current?.ETag);
        await MentionCompanyAsync(claim, ct);
        return await engine.TryCommitAsync(BatonTables.Lookup, LeadKeys.Person(claim.Email), [swap, Mention(claim.Handoff)], ct)
            && (marks.IsSuppressed || lives == await isOpen(ct));
    }

    private async Task<bool> IsClaimedAsync(PersonClaim claim, CancellationToken ct) =>
        await PersonMarks.ReadAsync(engine, claim.Email, ct) is { IsSuppressed: false, Current: { } current }
        && LeadRows.HandoffOf(current.Values) == claim.Handoff
        && LeadRows.Lives(current.Values);

    private Task MentionCompanyAsync(PersonClaim claim, CancellationToken ct) =>
        LeadKeys.Company(claim.Company) is { } partition
            ? engine.CommitAsync(BatonTables.Lookup, partition, [Mention(claim.Handoff)], ct)
            : Task.CompletedTask;

    private static TableAction.Upsert Mention(HandoffId handoff) => new(LeadKeys.Handoff(handoff), LeadRows.Mention);
}
