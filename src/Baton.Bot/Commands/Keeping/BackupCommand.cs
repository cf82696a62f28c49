using System.CommandLine;
using Baton.Bot.Composition;
using Baton.Tables;
using Baton.Tables.Backup;
using Spectre.Console;

namespace Baton.Bot.Commands.Keeping;

/// <summary><c>baton backup</c>: copies the configured store into one file, while servers use it.</summary>
internal static class BackupCommand
{
    /// <summary>Makes the command for the configured store.</summary>
    public static Command Create() => Create(OpenStore.AsConfiguredAsync);

    /// <summary>Makes the command.</summary>
    /// <param name="open">Opens the store; null after telling why it cannot.</param>
    /// <param name="console">Where it is shown; the process's own console when left out.</param>
    public static Command Create(Func<CancellationToken, Task<ServiceProvider?>> open, IAnsiConsole? console = null)
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to; only its owner may read it. In a folder it is named by its time." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there, and discard an interrupted backup that does not fit." };
        var command = new Command("backup", $"Copy the store into one file, while it is used. Interrupted, it goes on when it is run again within {BackupRun.GoesOnFor.TotalHours:0} hours.") { file, force };
        command.SetAction((given, cancellation) =>
        {
            var screen = new KeepingScreen(console ?? AnsiConsole.Console);
            return screen.RunAsync(open, services => RunAsync(services, given.GetValue(file)!.FullName, given.GetValue(force), screen, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string given, bool force, KeepingScreen screen, CancellationToken cancellation)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var plan = BackupPlan.Of(services.GetRequiredService<Settings>().Store.Name, StoreTables.Kept);
        var run = new BackupRun(services.GetRequiredService<ITableEngine>(), services.GetRequiredService<ITableScan>(), plan, time);
        var path = await BackupPath.OfAsync(given, time.GetUtcNow(), file => run.GoesOnAsync(file, cancellation));
        var report = await screen.WatchAsync(progress => run.RunAsync(path, force, progress, cancellation));
        screen.Show(
            ("File", path),
            ("Holds", $"{KeepingScreen.Shown(report.Rows)} rows, {KeepingScreen.Shown(report.Handoffs)} of them of handoffs, in {KeepingScreen.Shown(report.Bytes)} bytes; read back and compared"),
            ("Of", $"{report.BegunAt:u} to {report.FinishedAt:u}"),
            ("SHA-256 chain", report.Digest));
        await ClearAwayAsync(run, given, screen, cancellation);
        return ExitCodes.Fine;
    }

    private static async Task ClearAwayAsync(BackupRun run, string given, KeepingScreen screen, CancellationToken cancellation)
    {
        foreach (var left in BackupPath.UnfinishedIn(given).Order(StringComparer.Ordinal))
        {
            switch (await run.ClearAwayAsync(left, cancellation))
            {
                case LeftOver.Deleted:
                    screen.Say($"Deleted '{left}': an interrupted backup of this store, too old to go on.");
                    break;
                case LeftOver.Foreign:
                    screen.Say($"'{left}' is left: an interrupted backup of another store or by another release, or none at all. Delete it if nobody needs it.");
                    break;
            }
        }
    }
}
