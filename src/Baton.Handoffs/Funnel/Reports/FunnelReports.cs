using Baton.Handoffs.Funnel.Commands;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>Answers the commands that need nothing but facts.</summary>
public static class FunnelReports
{
    /// <summary>
    /// The answer; null for a command that changes something or needs more than facts, which is the desk's own.
    /// A <c>lead</c> that finds exactly one is answered without its history.
    /// </summary>
    public static FunnelReport? Answer(FunnelCommand command, FunnelScene scene) => command switch
    {
        FunnelCommand.Overview overview => OverviewReport.Of(overview, scene),
        FunnelCommand.Reasons reasons => ReasonsReport.Of(reasons, scene),
        FunnelCommand.Sla sla => SlaReport.Of(sla, scene),
        FunnelCommand.Velocity velocity => VelocityReport.Of(velocity, scene),
        FunnelCommand.Export export => ExportReport.Of(export, scene),
        FunnelCommand.Queue queue => QueueReport.Of(queue, scene),
        FunnelCommand.Mine mine => QueueReport.Of(mine, scene),
        FunnelCommand.Lead lead => LeadReport.Of(lead, scene),
        FunnelCommand.Help help => HelpReport.Of(help, scene.Locale),
        FunnelCommand.Incomplete incomplete => HelpReport.Of(incomplete, scene.Locale),
        FunnelCommand.Unknown unknown => HelpReport.Of(unknown, scene.Locale),
        _ => null,
    };

    /// <summary>The word of a command, under which help describes it.</summary>
    public static CommandWord WordOf(FunnelCommand command) => command switch
    {
        FunnelCommand.Overview => CommandWord.Overview,
        FunnelCommand.Reasons => CommandWord.Reasons,
        FunnelCommand.Sla => CommandWord.Sla,
        FunnelCommand.Velocity => CommandWord.Velocity,
        FunnelCommand.Queue => CommandWord.Queue,
        FunnelCommand.Mine => CommandWord.Mine,
        FunnelCommand.Lead => CommandWord.Lead,
        FunnelCommand.Assign => CommandWord.Assign,
        FunnelCommand.Pause => CommandWord.Pause,
        FunnelCommand.Resume => CommandWord.Resume,
        FunnelCommand.Away => CommandWord.Away,
        FunnelCommand.Back => CommandWord.Back,
        FunnelCommand.Suggest => CommandWord.Suggest,
        FunnelCommand.Rules or FunnelCommand.RulesTest or FunnelCommand.RulesTrial or FunnelCommand.RulesCalibration => CommandWord.Rules,
        FunnelCommand.DigestPreview => CommandWord.Digest,
        FunnelCommand.Audit or FunnelCommand.AuditRetry => CommandWord.Audit,
        FunnelCommand.Export => CommandWord.Export,
        FunnelCommand.Dashboard => CommandWord.Dashboard,
        FunnelCommand.Settings => CommandWord.Settings,
        FunnelCommand.Incomplete incomplete => incomplete.Command,
        _ => CommandWord.Help,
    };

    /// <summary>The commands that <see cref="Answer"/> answers.</summary>
    public static IReadOnlyCollection<CommandWord> Answered { get; } =
    [
        CommandWord.Overview, CommandWord.Reasons, CommandWord.Sla, CommandWord.Velocity, CommandWord.Queue, CommandWord.Mine, CommandWord.Lead,
        CommandWord.Export, CommandWord.Help,
    ];
}
