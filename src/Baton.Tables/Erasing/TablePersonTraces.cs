using System.Runtime.CompilerServices;
using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;

namespace Baton.Tables;

/// <summary>Where a person is named in the lead index: read and forgotten without a scan, because whatever names a person is listed under the address.</summary>
/// <param name="engine">The store.</param>
public sealed class TablePersonTraces(ITableEngine engine) : IPersonTraces
{
    private const int AtOnce = 50;

    /// <inheritdoc/>
    public async Task<PersonTraces> OfAsync(EmailAddress email, CancellationToken cancellation)
    {
        var marks = await PersonMarks.ReadAsync(engine, email, cancellation);
        HashSet<HandoffId> handoffs = [];
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, LeadKeys.Person(email), LeadKeys.Handoffs, cancellation))
            handoffs.Add(LeadKeys.Handoff(row));
        if (marks.Current is { } current && LeadRows.HandoffOf(current.Values) is { } present)
            handoffs.Add(present);
        List<SentLead> leads = [];
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, LeadKeys.SentBy(email), RowRange.All, cancellation))
            leads.Add(LeadRows.Sent(row.Values));
        return new PersonTraces([.. handoffs], leads, marks.IsSuppressed);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<HandoffId> OfCompanyAsync(string company, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (LeadKeys.Company(company) is not { } partition)
            yield break;
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, partition, RowRange.All, cancellation))
            yield return LeadKeys.Handoff(row);
    }

    /// <inheritdoc/>
    public Task ForgetLeadAsync(SentLead lead, CancellationToken cancellation) =>
        CompareAndSwap.UntilAsync("What became of a lead", async () =>
        {
            var (partition, key) = (LeadKeys.Source(lead.Source), LeadKeys.Lead(lead.ExternalId));
            if (await engine.GetAsync(BatonTables.Intake, partition, key, cancellation) is not { Values.HasJson: true } row)
                return true;
            var note = LeadRows.Note(LeadRows.Note(lead.Source, lead.ExternalId, row.Values) with { Lead = null });
            return await engine.TryCommitAsync(BatonTables.Intake, partition, [new TableAction.Replace(key, note, row.ETag)], cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async Task ForgetPersonAsync(EmailAddress email, CancellationToken cancellation)
    {
        await RemoveAsync(LeadKeys.SentBy(email), RowRange.All, cancellation);
        await RemoveAsync(LeadKeys.Person(email), LeadKeys.Handoffs, cancellation);
        await CompareAndSwap.UntilAsync("The person's present handoff", async () =>
        {
            // The mark of a suppressed person keeps its row, so that a claim that rests on an older look-up still fails.
            var marks = await PersonMarks.ReadAsync(engine, email, cancellation);
            if (marks.Current is not { } current || (marks.IsSuppressed && LeadRows.HandoffOf(current.Values) is null))
                return true;
            TableAction forget = marks.IsSuppressed
                ? new TableAction.Replace(LeadKeys.Current, LeadRows.Mention, current.ETag)
                : new TableAction.Delete(LeadKeys.Current, current.ETag);
            return await engine.TryCommitAsync(BatonTables.Lookup, LeadKeys.Person(email), [forget], cancellation);
        }, cancellation);
    }

    private async Task RemoveAsync(string partition, RowRange range, CancellationToken ct)
    {
        List<string> rows = [];
        await foreach (var row in engine.ReadAllAsync(BatonTables.Lookup, partition, range, ct))
            rows.Add(row.RowKey);
        foreach (var some in rows.Chunk(AtOnce))
            await engine.TryCommitAsync(BatonTables.Lookup, partition, [.. some.Select(row => new TableAction.Remove(row))], ct);
    }
}
