using Baton.Tables.Audit;
using Spectre.Console;

namespace Baton.Bot.Commands.Keeping;

/// <summary>What an audit found, as far as a person reads.</summary>
internal sealed class AuditFindings
{
    private const int MostShown = 200;
    private readonly List<AuditFinding> shown = [];
    private int more;

    /// <summary>How many were put right.</summary>
    public int Repaired { get; private set; }

    /// <summary>Takes one.</summary>
    public void Add(AuditFinding finding)
    {
        Repaired += finding.Repaired ? 1 : 0;
        if (shown.Count < MostShown)
        {
            shown.Add(finding);
        }
        else
        {
            more++;
        }
    }

    /// <summary>Shows some of them; nothing when there are none.</summary>
    public void Show(KeepingScreen screen, Func<AuditFinding, bool> which)
    {
        var table = new Table().AddColumns("What", "Where", "Found", "Why it matters", "");
        foreach (var finding in shown.Where(which))
        {
            table.AddRow(new Text($"{finding.Rule}"), new Text(finding.Where), new Text(finding.What), new Text(AuditRules.WhyOf(finding.Rule)), new Text(State(finding)));
        }

        if (table.Rows.Count > 0)
        {
            screen.Show(table);
        }

        if (more > 0)
        {
            screen.Say($"And {KeepingScreen.Shown(more)} more; --json tells all.");
        }
    }

    private static string State(AuditFinding finding) => finding.Repaired ? "repaired"
        : AuditRules.IsHarmless(finding.Rule) ? "harmless"
        : AuditRules.IsRepairable(finding.Rule) ? "repairable"
        : "not repairable";
}
