using Baton.Handoffs.Chat;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel audit</c>: what could not be delivered, where, why, since when, and what would free it.</summary>
public static class AuditReport
{
    private const int Listed = 10;

    /// <summary>The answer.</summary>
    /// <param name="stuck">What stands still, longest first.</param>
    /// <param name="scene">For whom.</param>
    public static FunnelReport Of(IReadOnlyList<StuckEffect> stuck, FunnelScene scene)
    {
        var texts = scene.Texts;
        var figures = AuditFigures.Count(stuck);
        return stuck.Count == 0
            ? FunnelReport.Of(texts, texts["AuditNone"], [new CardSection.Heading(texts["AuditTitle"]), new CardSection.Paragraph(Line.Plain(texts["AuditNone"]), Tone.Good)], figures)
            : FunnelReport.Of(
                texts,
                texts.Format("AuditSummary", Shown.Count(texts, stuck.Count)),
                [
                    new CardSection.Heading(texts["AuditTitle"]),
                    Groups(figures, texts),
                    new CardSection.Heading(texts["AuditLongest"], 2),
                    Effects(stuck, texts),
                    .. stuck.Count > Listed ? OverviewReport.Notes([texts.Format("MoreRows", stuck.Count - Listed)]) : [],
                    .. OverviewReport.Notes([texts["AuditRetryHint"]]),
                ],
                figures);
    }

    /// <summary>The answer to <c>audit retry</c>.</summary>
    /// <param name="going">How many go again.</param>
    /// <param name="named">What was named, if anything.</param>
    /// <param name="scene">For whom.</param>
    public static FunnelReport Going(int going, string? named, FunnelScene scene)
    {
        var texts = scene.Texts;
        Line line = going > 0 ? texts.Format("AuditGoing", Shown.Count(texts, going))
            : named is null ? texts["AuditNone"]
            : Phrase.Of(texts, "AuditNothingOf", new Span.Quoted(named));
        return FunnelReport.Of(texts, line, [new CardSection.Paragraph(line, going > 0 ? Tone.Good : Tone.Normal)], new AuditGoing(going));
    }

    private static CardSection.Grid Groups(AuditFigures figures, Texts texts) => new(
        [new Column(texts["AuditPlace"]), new Column(texts["AuditCause"]), new Column(texts["AuditCount"], true), new Column(texts["AuditSince"])],
        [.. figures.Groups.Select(IReadOnlyList<Line> (g) => [Line.Quote(g.Place.ToString()), Cause(g.Cause, texts), Shown.Count(texts, g.Count), Moment(g.Since)])]);

    private static CardSection.Grid Effects(IReadOnlyList<StuckEffect> stuck, Texts texts) => new(
        [new Column(texts["AuditSince"]), new Column(texts["LeadId"]), new Column(texts["AuditWhat"]), new Column(texts["AuditPlace"]), new Column(texts["AuditWhy"])],
        [
            .. stuck.Take(Listed).Select(IReadOnlyList<Line> (s) =>
            [
                Moment(s.Since), s.Handoff.Value, Kind(s, texts), Line.Quote(s.Place.ToString()), s.RetriedAt is null ? Line.Quote(s.Why) : texts["AuditTriedAgain"],
            ]),
        ]);

    private static string Cause(StuckCause cause, Texts texts) => texts[cause switch
    {
        StuckCause.PlaceLost => "CausePlaceLost",
        StuckCause.Refused => "CauseRefused",
        StuckCause.TriedTooOften => "CauseTriedTooOften",
        _ => "CauseBroken",
    }];

    private static string Kind(StuckEffect stuck, Texts texts) => texts[stuck.Kind switch { "showCard" => "KindShowCard", "feedback" => "KindFeedback", "callHook" => "KindCallHook", _ => "KindOther" }];

    private static Line Moment(DateTimeOffset at) => Line.Of(new Span.Moment(at, MomentStyle.DateAndTime));
}

/// <summary>How much stands still.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Groups">By place and cause, the largest first.</param>
public sealed record AuditFigures(int Total, IReadOnlyList<AuditGroup> Groups)
{
    /// <summary>Counts.</summary>
    public static AuditFigures Count(IReadOnlyList<StuckEffect> stuck) => new(
        stuck.Count,
        [
            .. stuck.GroupBy(s => (s.Place, s.Cause)).Select(g => new AuditGroup(g.Key.Place, g.Key.Cause, g.Count(), g.Min(s => s.Since)))
                .OrderByDescending(g => g.Count).ThenBy(g => g.Place.ToString(), StringComparer.Ordinal).ThenBy(g => g.Cause),
        ]);
}

/// <summary>What stands still at one place for one cause.</summary>
/// <param name="Place">Where.</param>
/// <param name="Cause">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Since">The longest of them.</param>
public sealed record AuditGroup(Place Place, StuckCause Cause, int Count, DateTimeOffset Since);

/// <summary>What a retry came to.</summary>
/// <param name="Going">How many go again.</param>
public sealed record AuditGoing(int Going);
