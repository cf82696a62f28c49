using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs.Reasons;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel rules</c>: the one written definition that marketing and sales agreed on.</summary>
public static class RulesReport
{
    /// <summary>The answer.</summary>
    public static FunnelReport Of(RulesView rules, FunnelScene scene)
    {
        var texts = scene.Texts;
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(texts["RulesTitle"]),
            new CardSection.FactList(
            [
                new CardFact(texts["RulesQualified"], texts.Format("ScoreFrom", rules.QualifiedFrom)),
                new CardFact(texts["RulesHot"], texts.Format("ScoreFrom", rules.HotFrom)),
                new CardFact(texts["RulesRequired"], rules.RequiredFields.Count == 0 ? texts["Nothing"] : FieldNames.Of(rules.RequiredFields, scene.Locale)),
            ]),
            .. Part(texts["RulesScoring"], [.. rules.Scoring.Select(r => ScoreLine.Of(r.Part, r.Points, r.Rule, scene.Locale))]),
            .. Part(texts["RulesRouting"], [.. rules.Routing.Select(r => Line.Of(new Span.Quoted(r.Rule), new Span.Plain(" → "), new Span.Quoted(r.Pool)))]),
            .. Part(texts["RulesReasons"], Reasons(texts, scene.Reasons)),
        ];
        return FunnelReport.Of(texts, texts["RulesTitle"], sections, rules);
    }

    private static IReadOnlyList<Line> Reasons(Texts texts, IReadOnlyList<Reason> reasons) =>
    [
        .. reasons.GroupBy(r => r.Class).OrderBy(g => g.Key)
            .Select(g => Phrase.Of(texts, "LabelAndValue", Labels.Class(texts, g.Key), string.Join(texts["ListSeparator"], g.Select(r => r.Label(texts.Locale))))),
    ];

    private static IEnumerable<CardSection> Part(string title, IReadOnlyList<Line> lines) =>
        lines.Count == 0 ? [] : [new CardSection.Heading(title, 2), new CardSection.Paragraph(lines)];
}
