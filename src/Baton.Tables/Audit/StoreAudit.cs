using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables.Backup;

namespace Baton.Tables.Audit;

/// <summary>
/// Walks all of a store and tells where a rule does not hold (<see cref="AuditRule"/>), while it is used: what seems wrong is looked at again before it is
/// told. Asked to, it puts right what follows from what else is stored, by compare-and-swap as everybody writes: who serves meanwhile wins.
/// </summary>
/// <param name="engine">The store.</param>
/// <param name="scan">The same store.</param>
/// <param name="agenda">Its wake-ups.</param>
/// <param name="terms">What both departments agreed on: when which clock is due.</param>
/// <param name="pulse">How late a wake-up may be.</param>
/// <param name="time">The clock.</param>
public sealed class StoreAudit(ITableEngine engine, ITableScan scan, TableAgenda agenda, Terms terms, Pulse pulse, TimeProvider time)
{
    // A scan may miss a wake-up that is written anew while it comes past: what lacks one is looked for so often.
    private const int LooksForWakes = 3;

    private readonly AuditScope scope = new(engine, scan, agenda, terms, pulse, time);

    /// <summary>Looks at everything.</summary>
    /// <param name="repair">Whether to put right what can be.</param>
    /// <param name="tell">Is told each finding.</param>
    /// <param name="progress">Is told how far it is.</param>
    /// <param name="ct">Ends it; it may begin anew at any time.</param>
    public async Task<AuditReport> RunAsync(bool repair, Action<AuditFinding> tell, IProgress<KeepingProgress>? progress, CancellationToken ct)
    {
        var (begun, book) = (scope.Now, new WakeBook());
        var handoffs = new HandoffChecks(scope, book);
        var counts = new Dictionary<AuditRule, int>();
        var open = 0;
        await foreach (var suspicion in FindAsync(book, handoffs, progress, ct))
        {
            var repaired = repair && suspicion.Repair is not null;
            if (repaired)
                await suspicion.Repair!(ct);
            var finding = new AuditFinding(suspicion.Rule, suspicion.Where, suspicion.What, repaired);
            counts[finding.Rule] = counts.GetValueOrDefault(finding.Rule) + 1;
            open += finding.Counts ? 1 : 0;
            tell(finding);
        }

        return new AuditReport(begun, handoffs.Count, book.Count, counts, open);
    }

    private async IAsyncEnumerable<Suspicion> FindAsync(
        WakeBook book, HandoffChecks handoffs, IProgress<KeepingProgress>? progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        progress?.Report(new KeepingProgress("Wake-ups", 0, null));
        await foreach (var found in book.ReadAsync(scope, ct))
            yield return found;
        await foreach (var found in handoffs.FindAsync(ct))
            yield return found;
        progress?.Report(new KeepingProgress("Handoffs", handoffs.Count, null));
        var (intake, others) = (new IntakeRowChecks(scope, book), new OtherRowChecks(scope, book));
        await foreach (var found in RowsAsync(intake, others, progress, ct))
            yield return found;
        await foreach (var found in UnwokenAsync([.. handoffs.Wants, .. intake.Wants, .. others.Wants], ct))
            yield return found;
    }

    private async IAsyncEnumerable<Suspicion> RowsAsync(
        IntakeRowChecks intake, OtherRowChecks others, IProgress<KeepingProgress>? progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (facts, lookup) = (new FactRowChecks(scope), new LookupRowChecks(scope));
        var rows = 0L;
        foreach (var (table, look) in new (string, Func<ScannedRow, Task<IReadOnlyList<Suspicion>>>)[]
        {
            (BatonTables.Lookup, async row => Listed(await lookup.OfAsync(row, ct))),
            (BatonTables.Intake, async row => Listed(await intake.OfAsync(row, ct))),
            (BatonTables.Facts, row => facts.OfAsync(row, ct)),
            (BatonTables.Stuck, async row => Listed(await StuckChecks.OfAsync(row, scope, ct))),
            (BatonTables.Threads, async row => Listed(await others.ThreadAsync(row, ct))),
            (BatonTables.People, async row => Listed(await others.PersonAsync(row, ct))),
            (BatonTables.Suggestions, row => Only(() => others.Suggestion(row))),
            (BatonTables.Places, row => Only(() => others.Place(row))),
        })
        {
            await foreach (var row in scope.Scan.ScanAllAsync(table, null, ct))
            {
                foreach (var found in await TryAsync(table, row, look))
                    yield return found;
                if (++rows % TableRules.MaxPageRows == 0)
                    progress?.Report(new KeepingProgress($"Rows of {table}", rows, null));
            }
        }
    }

    private async IAsyncEnumerable<Suspicion> UnwokenAsync(List<WakeWant> wants, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        for (var look = 0; look < LooksForWakes && wants.Count > 0; look++)
        {
            var book = new WakeBook();
            await foreach (var _ in book.ReadAsync(scope, ct))
            {
                // What lies at the wrong place was told before.
            }

            List<WakeWant> still = [];
            foreach (var want in wants.Where(w => !book.Has(w.Kind, w.Id, w.By)))
            {
                if (await want.Again(ct) is { } by && !book.Has(want.Kind, want.Id, by))
                    still.Add(want with { By = by });
            }

            wants = still;
        }

        foreach (var want in wants)
            yield return want.Suspect(scope);
    }

    private static async Task<IReadOnlyList<Suspicion>> TryAsync(string table, ScannedRow row, Func<ScannedRow, Task<IReadOnlyList<Suspicion>>> look)
    {
        try
        {
            return await look(row);
        }
        catch (Exception error) when (UnreadableRow.Is(error))
        {
            return [UnreadableRow.Of(table, row, error)];
        }
    }

    private static IReadOnlyList<Suspicion> Listed(Suspicion? found) => found is null ? [] : [found];

    private static Task<IReadOnlyList<Suspicion>> Only(Action look)
    {
        look();
        return Task.FromResult<IReadOnlyList<Suspicion>>([]);
    }
}
