using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Dashboard;

/// <summary>Everything on the page, before it is drawn.</summary>
public sealed record DashboardView
{
    /// <summary>Who looks: in whose language and time zone everything is.</summary>
    public required Person Visitor { get; init; }

    /// <summary>What was asked for.</summary>
    public required DashboardQuery Query { get; init; }

    /// <summary>The period that it means.</summary>
    public required Period Period { get; init; }

    /// <summary>How the period is named to people.</summary>
    public required string PeriodName { get; init; }

    /// <summary>When it was counted.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The weeks behind it.</summary>
    public required Trend Trend { get; init; }

    /// <summary>The reports, the same as <c>/funnel</c> gives.</summary>
    public required IReadOnlyList<Card> Reports { get; init; }
}
