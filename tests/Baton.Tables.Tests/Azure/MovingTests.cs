using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables.Audit;
using Baton.Tables.Azure;
using Baton.Tables.Backup;
using Baton.Tables.Tests.Backup;
using Baton.Tables.Tests.Stores.Building;

namespace Baton.Tables.Tests.Azure;

/// <summary>A store moves from one engine to the other and back by a backup and a restore.</summary>
/// <param name="shared">The emulator.</param>
public sealed class MovingTests(SharedAzurite shared) : IClassFixture<SharedAzurite>
{
    [Fact]
    public async Task From_a_file_to_an_account_and_back_it_is_the_same_store()
    {
        await using var from = await KeptStore.FilledAsync();
        await using var account = await OpenAsync();
        await using var to = await KeptStore.EmptyAsync();
        await new TableAgenda(to.Engine, KeptStore.Shards).AgreeAsync(default);

        await from.BackUpAsync();
        await RestoreAsync(account, from.BackupPath);
        await new BackupRun(account, account, KeptStore.Plan, TimeProvider.System).RunAsync(to.BackupPath, false, null, default);
        await to.Restore().WriteAsync(to.BackupPath, false, null, default);
        await to.Restore().FinishAsync(default);

        Assert.Equal(await from.RowsAsync(), await to.RowsAsync());
    }

    [Fact]
    public async Task An_audit_finds_the_same_on_both_engines_and_puts_it_right_on_both()
    {
        await using var file = await KeptStore.FilledAsync(6); // handoffs without index, facts and most wake-ups
        await using var account = await OpenAsync();
        await file.BackUpAsync();
        await RestoreAsync(account, file.BackupPath);

        var inFile = await AuditAsync(file.Engine, false);
        var inAccount = await AuditAsync(account, false);
        await AuditAsync(account, true);

        Assert.NotEmpty(inFile);
        Assert.Equal(inFile, inAccount);
        Assert.DoesNotContain(await AuditAsync(account, false), f => AuditRules.IsRepairable(f.Rule));
    }

    private async Task<AzureTableEngine> OpenAsync()
    {
        var account = shared.Engine();
        await BatonTables.CreateAsync(account, default);
        return account;
    }

    private static async Task RestoreAsync(AzureTableEngine account, string path)
    {
        var run = new RestoreRun(account, account, KeptStore.Shards, BatonTables.Names);
        await run.WriteAsync(path, false, null, default);
        await run.FinishAsync(default);
    }

    private static async Task<List<AuditFinding>> AuditAsync<T>(T engine, bool repair)
        where T : ITableEngine, ITableScan
    {
        var findings = new List<AuditFinding>();
        await new StoreAudit(engine, engine, new TableAgenda(engine, KeptStore.Shards), House.Terms, new Pulse(), TimeProvider.System).RunAsync(repair, findings.Add, null, default);
        return [.. findings.Select(f => f.Rule == AuditRule.HandoffUnwoken ? f with { What = "" } : f).OrderBy(f => f.Where, StringComparer.Ordinal).ThenBy(f => f.Rule)];
    }
}
