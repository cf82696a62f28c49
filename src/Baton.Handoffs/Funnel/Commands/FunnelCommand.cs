using Baton.Handoffs.Funnel.Periods;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>What somebody asks <c>/funnel</c>, one case a command. Free text in it is as typed and untrusted.</summary>
public abstract record FunnelCommand
{
    private FunnelCommand()
    {
    }

    /// <summary>The figures of a period.</summary>
    public sealed record Overview(PeriodExpression Period, Dimension? By, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>The reasons given in a period.</summary>
    public sealed record Reasons(PeriodExpression Period, Dimension? By, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>The clocks of a period, and what is due next.</summary>
    public sealed record Sla(PeriodExpression Period, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>Sales velocity of what was handed over in a period.</summary>
    public sealed record Velocity(PeriodExpression Period, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>Rows of a period as CSV.</summary>
    public sealed record Export(PeriodExpression Period, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>What is open, of everybody or of a rep or pool.</summary>
    public sealed record Queue(string? Of) : FunnelCommand;

    /// <summary>What the asker has.</summary>
    public sealed record Mine : FunnelCommand;

    /// <summary>One lead by id, e-mail address, company or contact.</summary>
    public sealed record Lead(string Query) : FunnelCommand;

    /// <summary>Gives a lead to a rep.</summary>
    public sealed record Assign(string LeadQuery, string Rep) : FunnelCommand;

    /// <summary>Stops a lead's clocks.</summary>
    public sealed record Pause(string LeadQuery, string? Why) : FunnelCommand;

    /// <summary>Starts a lead's clocks again.</summary>
    public sealed record Resume(string LeadQuery, string? Why) : FunnelCommand;

    /// <summary>Somebody is away until a day, on which that person is back; null means the asker.</summary>
    public sealed record Away(string? Rep, DateOnly Until) : FunnelCommand;

    /// <summary>Somebody is back; null means the asker.</summary>
    public sealed record Back(string? Rep) : FunnelCommand;

    /// <summary>A company that sales proposes to marketing.</summary>
    public sealed record Suggest(string Company, string Why) : FunnelCommand;

    /// <summary>What qualifies and who gets what.</summary>
    public sealed record Rules : FunnelCommand;

    /// <summary>What the rules would do with a stored lead, without doing it.</summary>
    public sealed record RulesTest(string LeadQuery) : FunnelCommand;

    /// <summary>What the rules would do with a lead of these values, without doing it.</summary>
    public sealed record RulesTrial(IReadOnlyList<LeadValue> Values) : FunnelCommand;

    /// <summary>Which scoring rules told apart what sales accepted and what it rejected.</summary>
    public sealed record RulesCalibration(PeriodExpression Period, IReadOnlyList<FactFilter> Filters) : FunnelCommand;

    /// <summary>The weekly summary before it is posted.</summary>
    public sealed record DigestPreview : FunnelCommand;

    /// <summary>What the product could not deliver, and why.</summary>
    public sealed record Audit : FunnelCommand;

    /// <summary>Sets going again what stands still: all of it, or that of a place or of a handoff.</summary>
    public sealed record AuditRetry(string? Of) : FunnelCommand;

    /// <summary>A link to the dashboard.</summary>
    public sealed record Dashboard : FunnelCommand;

    /// <summary>The asker's settings.</summary>
    public sealed record Settings : FunnelCommand;

    /// <summary>Help, for all or one command.</summary>
    public sealed record Help(CommandWord? Topic) : FunnelCommand;

    /// <summary>A command without something that it needs, such as <c>lead</c> alone.</summary>
    public sealed record Incomplete(CommandWord Command) : FunnelCommand;

    /// <summary>A word that means nothing here, and the known word nearest to it.</summary>
    /// <param name="Word">As typed.</param>
    /// <param name="Nearest">The known word.</param>
    /// <param name="Command">The command that it belongs to.</param>
    public sealed record Unknown(string Word, string Nearest, CommandWord Command) : FunnelCommand;
}
