using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Funnel.Figures;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel lead</c>: one lead with its history, or the leads to choose from, or what would have matched.</summary>
public static class LeadReport
{
    /// <summary>The most leads to choose from.</summary>
    public const int ChoiceLimit = 10;

    /// <summary>The most entries of a history on a card, the latest ones; the API has all.</summary>
    public const int EventLimit = 40;

    /// <summary>The answer when not exactly one lead was found, from <see cref="LeadSearch.Find"/>; of one without its history too.</summary>
    public static FunnelReport Of(FunnelCommand.Lead command, FunnelScene scene) => LeadSearch.Find(scene.Facts, command.Query) switch
    {
        [] => NotFound(command.Query, scene.Texts),
        [var one] => Of(new LeadTimeline(one, [], [], []), scene),
        var several => Choose(command.Query, several, scene),
    };

    /// <summary>The answer for one lead.</summary>
    public static FunnelReport Of(LeadTimeline lead, FunnelScene scene)
    {
        var texts = scene.Texts;
        var fact = lead.Fact;
        var name = Labels.Lead(texts, fact.CompanyName, fact.ContactName);
        var report = FunnelReport.Of(
            texts,
            Phrase.Of(texts, "LeadSummary", name, Labels.State(texts, fact.State)),
            [
                new CardSection.Heading(name),
                Facts(fact, scene),
                .. Part(texts["LeadClocks"], lead.Clocks),
                .. Part(texts["LeadHistory"], Events(lead.Events, texts)),
                .. Part(texts["LeadRoute"], lead.Route),
            ],
            fact);
        return report with { Card = report.Card with { Handoff = fact.Id, Version = fact.Version } };
    }

    private static CardSection.FactList Facts(HandoffFact fact, FunnelScene scene)
    {
        var texts = scene.Texts;
        Line Or(string? text) => string.IsNullOrEmpty(text) ? texts["Nothing"] : Line.Quote(text);
        return new CardSection.FactList(
        [
            new CardFact(texts["LeadId"], fact.Id.Value),
            new CardFact(texts["ColumnState"], Labels.State(texts, fact.State)),
            new CardFact(texts["LeadContact"], Or(fact.ContactName)),
            new CardFact(texts["DimensionSource"], Or(fact.Source)),
            new CardFact(texts["DimensionCampaign"], Or(fact.Campaign)),
            new CardFact(texts["DimensionScore"], Shown.Count(texts, fact.Score)),
            new CardFact(texts["DimensionTeam"], Or(fact.Pool)),
            new CardFact(texts["ColumnOwner"], Labels.Someone(texts, scene.Roster, fact.Owner)),
            .. fact is { Reason: { } code, ReasonClass: { } kind }
                ? [new CardFact(texts["ColumnReason"], Labels.ReasonName(texts, scene.Reasons, new CodeCount(kind, code, 1)))]
                : Array.Empty<CardFact>(),
            .. string.IsNullOrWhiteSpace(fact.Comment) ? [] : new[] { new CardFact(texts["LeadComment"], Line.Quote(fact.Comment)) },
        ]);
    }

    private static IReadOnlyList<Line> Events(IReadOnlyList<TimelineLine> events, Texts texts)
    {
        var hidden = Math.Max(0, events.Count - EventLimit);
        return
        [
            .. hidden == 0 ? [] : new Line[] { texts.Format("EarlierEvents", hidden) },
            .. events.Skip(hidden).Select(e => new Line([new Span.Moment(e.At, MomentStyle.DateAndTime), new Span.Plain(" "), .. e.What.Spans])),
        ];
    }

    private static IEnumerable<CardSection> Part(string title, IReadOnlyList<Line> lines) =>
        lines.Count == 0 ? [] : [new CardSection.Heading(title, 2), new CardSection.Paragraph(lines)];

    private static FunnelReport Choose(string query, IReadOnlyList<HandoffFact> found, FunnelScene scene)
    {
        var texts = scene.Texts;
        var line = Phrase.Of(texts, "LeadSeveral", new Span.Quoted(query), Shown.Count(texts, found.Count));
        var grid = new CardSection.Grid(
            [new Column(texts["ColumnLead"]), new Column(texts["LeadContact"]), new Column(texts["ColumnState"]), new Column(texts["StepHandedOver"]), new Column(texts["LeadId"])],
            [
                .. found.Take(ChoiceLimit).Select(IReadOnlyList<Line> (f) =>
                [
                    Labels.Lead(texts, f.CompanyName, f.ContactName), Line.Quote(f.ContactName), Labels.State(texts, f.State),
                    f.OfferedAt is { } at ? Line.Of(new Span.Moment(at, MomentStyle.Date)) : texts["Nothing"], f.Id.Value,
                ]),
            ]);
        return FunnelReport.Of(
            texts, line,
            [
                new CardSection.Paragraph(line), grid,
                .. found.Count > ChoiceLimit ? OverviewReport.Notes([texts.Format("MoreRows", found.Count - ChoiceLimit)]) : [],
                .. OverviewReport.Notes([texts.Format("LeadChoose", found[0].Id.Value)]),
            ],
            found);
    }

    private static FunnelReport NotFound(string query, Texts texts)
    {
        var line = Phrase.Of(texts, "LeadNone", new Span.Quoted(query));
        return FunnelReport.Of(texts, line, [new CardSection.Paragraph(line), .. OverviewReport.Notes([texts["LeadWouldMatch"]])], null);
    }
}
