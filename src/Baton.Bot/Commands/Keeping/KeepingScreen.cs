using System.Globalization;
using Baton.Bot.Composition;
using Baton.Tables;
using Baton.Tables.Backup;
using Spectre.Console;

namespace Baton.Bot.Commands.Keeping;

/// <summary>What a person sees who keeps a store, and how what goes wrong ends the process.</summary>
internal sealed class KeepingScreen(IAnsiConsole console)
{
    /// <summary>Opens the store, runs something with it and answers the exit code; what an operator can mend is one line.</summary>
    internal async Task<int> RunAsync(Func<CancellationToken, Task<ServiceProvider?>> open, Func<IServiceProvider, Task<int>> run, CancellationToken cancellation)
    {
        try
        {
            var code = ExitCodes.WrongConfiguration;
            var ended = await BatonHost.TellAsync(async () =>
            {
                await using var services = await open(cancellation);
                code = services is null ? ExitCodes.WrongConfiguration : await run(services);
            });
            return ended == ExitCodes.Fine ? code : ended;
        }
        catch (Exception error) when (error is BackupFileException or IOException or UnauthorizedAccessException)
        {
            Say(error.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            Say("Interrupted. Run it again: a backup or a restore goes on where it stopped.");
            return ExitCodes.Failed;
        }
    }

    /// <summary>Shows a bar while it runs.</summary>
    internal Task<T> WatchAsync<T>(Func<IProgress<KeepingProgress>, Task<T>> run) =>
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(context => run(new Bar(context.AddTask("Beginning", maxValue: 1))));

    /// <summary>Shows names with what belongs to them.</summary>
    internal void Show(params ReadOnlySpan<(string Name, string Text)> lines)
    {
        var table = new Table().AddColumns("", "").HideHeaders();
        foreach (var (name, text) in lines)
        {
            table.AddRow(new Text(name), new Text(text));
        }

        console.Write(table);
    }

    /// <summary>Shows a table.</summary>
    internal void Show(Table table) => console.Write(table);

    /// <summary>Says a sentence.</summary>
    internal void Say(string text) => console.Write(new Text(text + Environment.NewLine));

    /// <summary>A number for people.</summary>
    internal static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Bar(ProgressTask task) : IProgress<KeepingProgress>
    {
        public void Report(KeepingProgress value)
        {
            task.Description = $"{value.Doing}, {Shown(value.Rows)} rows";
            task.IsIndeterminate = value.Part is null;
            task.Value = value.Part ?? 0;
        }
    }
}
