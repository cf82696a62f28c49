using System.CommandLine;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Tables;
using Baton.Tables.Audit;
using Spectre.Console;

namespace Baton.Bot.Commands.Keeping;

/// <summary><c>baton audit</c>: proves the rules that always hold on all that is stored, while servers use it.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the command for the configured store.</summary>
    public static Command Create() => Create(OpenStore.AsConfiguredAsync, System.Console.Out);

    /// <summary>Makes the command.</summary>
    /// <param name="open">Opens the store; null after telling why it cannot.</param>
    /// <param name="output">Where JSON is written.</param>
    /// <param name="console">Where it is shown; the process's own console when left out.</param>
    public static Command Create(Func<CancellationToken, Task<ServiceProvider?>> open, TextWriter output, IAnsiConsole? console = null)
    {
        var repair = new Option<bool>("--repair") { Description = "Put right what follows from what else is stored." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line: each finding, then the summary." };
        var command = new Command("audit", "Look whether everything that must hold of the store holds, while it is used.") { repair, json };
        command.SetAction((given, cancellation) =>
        {
            var screen = new KeepingScreen(console ?? AnsiConsole.Console);
            return screen.RunAsync(open, services => given.GetValue(json)
                ? WriteAsync(AuditOf(services), given.GetValue(repair), output, cancellation)
                : ShowAsync(AuditOf(services), given.GetValue(repair), screen, cancellation), cancellation);
        });
        return command;
    }

    /// <summary>The audit of an open store.</summary>
    internal static StoreAudit AuditOf(IServiceProvider services) => new(
        services.GetRequiredService<ITableEngine>(),
        services.GetRequiredService<ITableScan>(),
        services.GetRequiredService<TableAgenda>(),
        services.GetRequiredService<Terms>(),
        services.GetRequiredService<Pulse>(),
        services.GetRequiredService<TimeProvider>());

    private static async Task<int> WriteAsync(StoreAudit audit, bool repair, TextWriter output, CancellationToken cancellation)
    {
        var report = await audit.RunAsync(repair, finding => output.WriteLine(AuditJson.Of(finding)), null, cancellation);
        await output.WriteLineAsync(AuditJson.Of(report));
        return report.IsSound ? ExitCodes.Fine : ExitCodes.Failed;
    }

    private static async Task<int> ShowAsync(StoreAudit audit, bool repair, KeepingScreen screen, CancellationToken cancellation)
    {
        var findings = new AuditFindings();
        var report = await screen.WatchAsync(progress => audit.RunAsync(repair, findings.Add, progress, cancellation));
        findings.Show(screen, _ => true);
        screen.Say($"{KeepingScreen.Shown(report.Handoffs)} handoffs and {KeepingScreen.Shown(report.WakeUps)} wake-ups. {(report.IsSound ? "Every rule holds." : $"{KeepingScreen.Shown(report.Open)} findings are open.")}");
        return report.IsSound ? ExitCodes.Fine : ExitCodes.Failed;
    }
}
