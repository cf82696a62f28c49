using System.Globalization;
using Baton.Bot.Import;
using Baton.Handoffs.Leads;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary>What a person who imports sees.</summary>
internal sealed class ImportScreen(IAnsiConsole console)
{
    /// <summary>Shows a bar while it runs: how much of the file was read, how many leads were taken.</summary>
    internal Task<T> WatchAsync<T>(FileStream file, Func<IProgress<ImportProgress>, Task<T>> run) =>
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn()).StartAsync(context =>
        {
            var bar = context.AddTask("Reading", maxValue: Math.Max(file.Length, 1));
            return run(new Bar(bar, file));
        });

    /// <summary>Shows what became of the file.</summary>
    internal void Show(ImportReport report)
    {
        var counts = new Table().AddColumn("Result").AddColumn("Rows", c => c.RightAligned());
        foreach (var (name, count) in ImportText.Lines(report))
        {
            counts.AddRow(new Text(name), new Text(count.ToString("N0", CultureInfo.InvariantCulture)));
        }

        console.Write(counts);
        if (report.Wrong.Count > 0)
        {
            var wrong = new Table().AddColumn("Line", c => c.RightAligned()).AddColumns("Column", "Value", "Must be");
            foreach (var each in report.Wrong)
            {
                wrong.AddRow(new Text(each.Line.ToString(CultureInfo.InvariantCulture)), new Text(each.Field), new Text(each.Value), new Text(each.Rule));
            }

            console.Write(wrong);
        }

        Say(ImportText.More(report));
        Say(report.NotTakenFrom is { } line ? $"Nothing is sure from line {line} on. To import the whole file again is harmless." : null);
    }

    /// <summary>Says why nothing was taken.</summary>
    internal void Refused(IReadOnlyList<FieldError> errors)
    {
        foreach (var error in errors)
        {
            Say(error.ToString());
        }
    }

    /// <summary>Says what broke; answers the exit code.</summary>
    internal int Broken(string why, int exitCode = ExitCodes.NoStore)
    {
        Say(why);
        return exitCode;
    }

    private void Say(string? text)
    {
        if (text is not null)
        {
            console.Write(new Text(text + Environment.NewLine));
        }
    }

    private sealed class Bar(ProgressTask task, FileStream file) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{value.Rows:N0} rows read, {value.Taken:N0} taken, {value.Wrong:N0} wrong");
            task.Value = file.Position;
        }
    }
}
