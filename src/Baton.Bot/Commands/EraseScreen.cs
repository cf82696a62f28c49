using System.Globalization;
using Baton.Handoffs.Erasing;
using Spectre.Console;

namespace Baton.Bot.Commands;

/// <summary>What a person who erases sees. The address and the name are not repeated: what is shown may be logged.</summary>
internal sealed class EraseScreen(IAnsiConsole console)
{
    /// <summary>Shows what would be erased.</summary>
    internal void Would(ErasureReport found)
    {
        Show(found);
        Say(found.IsEmpty ? "Nothing of this person is here." : "Nothing was changed. To erase it, say the same with --yes.");
    }

    /// <summary>Shows what was erased, and what cannot be.</summary>
    internal void Did(ErasureReport done)
    {
        Show(done);
        Say("Erased. The server brings cards on the platforms up to date, within about 30 seconds or when it runs again.");
        Say("Not erased: what people wrote on the platforms themselves, reports and bundled reminders that were posted, backups and log files.");
        Say(done.Suppressed
            ? "A digest of the address stays, so that the person is never offered again."
            : "Nothing of the address stays; a lead of the person that is sent later is a new one.");
    }

    /// <summary>Says that the file holds no remains either.</summary>
    internal void Scrubbed() => Say("The store's file was rebuilt: it holds nothing of what was erased.");

    /// <summary>Says why it could not be done, or not to its end.</summary>
    internal int Broken(string why)
    {
        Say($"{why} What was begun is taken up by saying the same again.");
        return ExitCodes.NoStore;
    }

    private void Show(ErasureReport report)
    {
        var counts = new Table().AddColumn("Found").AddColumn("Number", c => c.RightAligned());
        foreach (var (name, count) in new[]
        {
            ("handoffs of the person", report.Handoffs.Count),
            ("of them erased before", report.AlreadyErased),
            ("leads without a handoff of their own", report.Leads),
            ("handoffs of others that name the person", report.Relatives),
            ("messages of the console", report.Messages),
        })
        {
            counts.AddRow(new Text(name), new Text(count.ToString("N0", CultureInfo.InvariantCulture)));
        }

        console.Write(counts);
        foreach (var handoff in report.Handoffs)
        {
            Say(handoff.Value);
        }
    }

    private void Say(string text) => console.Write(new Text(text + "\n"));
}
