using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.People;
using NodaTime;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>All that an answer is made of.</summary>
public sealed record FunnelScene
{
    /// <summary>The cohort weeks before a period whose facts belong to its answer too: what was handed over a year ago may be won today.</summary>
    public const int LookbackWeeks = 52;

    /// <summary>The facts of every cohort week that can matter; see <see cref="Periods.Period.CohortWeeks"/>.</summary>
    public required IReadOnlyList<HandoffFact> Facts { get; init; }

    /// <summary>Everybody who may act.</summary>
    public required Roster Roster { get; init; }

    /// <summary>The reject, recycle and disqualify reasons.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Who asks.</summary>
    public required Person Asker { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The review's time zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The language of the answer: <c>en</c> or <c>ja</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>Its texts.</summary>
    internal Texts Texts => Texts.Of<FunnelTexts>(Locale);
}
