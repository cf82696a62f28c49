using System.CommandLine;
using Baton.Bot.Composition;
using Baton.Tables;
using Baton.Tables.Backup;
using Spectre.Console;

namespace Baton.Bot.Commands.Keeping;

/// <summary><c>baton restore</c>: brings a backup into the configured store, whatever engine either of them is.</summary>
internal static class RestoreCommand
{
    /// <summary>Makes the command for the configured store.</summary>
    public static Command Create() => Create(OpenStore.ForKeepingAsync);

    /// <summary>Makes the command.</summary>
    /// <param name="open">Opens the store, be it half restored; null after telling why it cannot.</param>
    /// <param name="console">Where it is shown; the process's own console when left out.</param>
    public static Command Create(Func<CancellationToken, Task<ServiceProvider?>> open, IAnsiConsole? console = null)
    {
        var file = new Argument<FileInfo>("file") { Description = "What 'baton backup' made." }.AcceptExistingOnly();
        var replace = new Option<bool>("--replace") { Description = "Delete what is in the store first." };
        var command = new Command("restore", "Bring a backup into the store. Stop every server of it first. Interrupted, it goes on when it is run again.") { file, replace };
        command.SetAction((given, cancellation) =>
        {
            var screen = new KeepingScreen(console ?? AnsiConsole.Console);
            return screen.RunAsync(open, services => RunAsync(services, given.GetValue(file)!.FullName, given.GetValue(replace), screen, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, bool replace, KeepingScreen screen, CancellationToken cancellation)
    {
        var run = new RestoreRun(services.GetRequiredService<ITableEngine>(), services.GetRequiredService<ITableScan>(), services.GetRequiredService<TableAgenda>().Shards, [.. StoreTables.Kept]);
        var findings = new AuditFindings();
        var (report, audit) = await screen.WatchAsync(async progress =>
        {
            var written = await run.WriteAsync(path, replace, progress, cancellation);
            var settled = await AuditCommand.AuditOf(services).RunAsync(true, findings.Add, progress, cancellation);
            await run.FinishAsync(cancellation);
            return (written, settled);
        });
        screen.Show(
            ("Restored", $"{KeepingScreen.Shown(report.Rows)} rows, written and compared"),
            ("As of", $"{report.BegunAt:u} to {report.FinishedAt:u}"),
            ("Settled", $"{KeepingScreen.Shown(audit.Handoffs)} handoffs; {KeepingScreen.Shown(findings.Repaired)} things brought up to them"));
        findings.Show(screen, f => f.Counts);
        return audit.IsSound ? ExitCodes.Fine : ExitCodes.Failed;
    }
}
