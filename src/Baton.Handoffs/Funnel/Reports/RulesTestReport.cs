using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Funnel.Commands;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel rules test</c>: outcome, score, rule and pool that a lead would get now, with every rule that was asked.</summary>
public static class RulesTestReport
{
    /// <summary>The answer.</summary>
    /// <param name="lead">The lead, stored or made up.</param>
    /// <param name="found">What the rules find of it now.</param>
    /// <param name="notAsked">The routing rules that an earlier one spared, with what each would have said.</param>
    /// <param name="stored">Its handoff; null for a made-up lead.</param>
    /// <param name="scene">For whom.</param>
    public static FunnelReport Of(Lead lead, Assessment found, IReadOnlyList<RouteStep> notAsked, Handoff? stored, FunnelScene scene)
    {
        var texts = scene.Texts;
        var outcome = Outcome(found, texts);
        return FunnelReport.Of(
            texts,
            Phrase.Of(texts, "LabelAndValue", Labels.Lead(texts, lead.Company.Name, lead.Contact.Name), outcome),
            [
                new CardSection.Heading(texts["RulesTestTitle"]),
                new CardSection.FactList(
                [
                    new CardFact(texts["ColumnLead"], Labels.Lead(texts, lead.Company.Name, lead.Contact.Name)),
                    new CardFact(texts["RulesTestOutcome"], outcome),
                    new CardFact(texts["RulesTestBecause"], Because(lead, found, texts)),
                    new CardFact(texts["DimensionScore"], Score(found.Score, texts)),
                    new CardFact(texts["RulesTestTier"], texts[found.Tier == Tier.Hot ? "TierHot" : "TierNormal"]),
                    new CardFact(texts["RulesTestRule"], found.Route.Trace is [.., var last] ? Line.Quote(last.Rule) : texts["Nothing"]),
                    new CardFact(texts["DimensionTeam"], Line.Quote(found.Route.Pool)),
                    .. stored is null ? [] : new CardFact[] { new(texts["RulesTestStored"], Phrase.Of(texts, "RulesTestStoredAs", new Span.Quoted(stored.Route.Pool), Shown.Count(texts, stored.Score.Total))) },
                ]),
                .. Part(texts["RulesScoring"], [.. found.Score.Trace.Select(p => ScoreLine.Of(p.Part, p.Points, p.Rule, scene.Locale))]),
                .. Part(texts["RulesRouting"], [.. found.Route.Trace.Select(s => RouteLine.Of(s, scene.Locale))]),
                .. Part(texts["RulesNotAsked"], [.. notAsked.Select(s => RouteLine.Of(s, scene.Locale))]),
                .. OverviewReport.Notes([texts["RulesTestChangesNothing"]]),
            ],
            new RulesTestFigures(found.Qualified, found.Missing, found.Tier, found.Score, found.Route.Pool, [.. found.Route.Trace.Select(s => s.Rule)], stored?.Id));
    }

    /// <summary>The answer to values that cannot be read.</summary>
    public static FunnelReport Refused(IReadOnlyList<FieldError> errors, FunnelScene scene)
    {
        var texts = scene.Texts;
        IReadOnlyList<Line> lines = [.. errors.Select(e => Phrase.Of(texts, "ValueWrong", new Span.Quoted(FieldError.Shown(e.Field)), new Span.Quoted(e.Value), Allowed(e, texts)))];
        var example = texts.Format("ForExample", HelpTopic.Of(CommandWord.Rules).Example(scene.Locale));
        return FunnelReport.Of(texts, lines[0], [new CardSection.Paragraph(lines, Tone.Warning), .. OverviewReport.Notes([example])], null, CardKind.Notice);
    }

    private static string Outcome(Assessment found, Texts texts) => texts[(found.Qualified, found.Missing.Count) switch
    {
        (false, _) => "RulesTestKept",
        (true, 0) => "RulesTestOffered",
        _ => "RulesTestReturned",
    }];

    private static Line Because(Lead lead, Assessment found, Texts texts) => lead.Qualified == false ? texts["RulesTestSenderNo"]
        : found.Missing.Count > 0 ? Phrase.Of(texts, "RulesTestMissing", FieldNames.Of(found.Missing, texts.Locale))
        : texts[lead.Qualified == true ? "RulesTestSenderYes" : found.Qualified ? "RulesTestScoreEnough" : "RulesTestScoreLow"];

    private static string Score(ScoreCard score, Texts texts) => score.Given is { } given
        ? texts.Format("RulesTestGiven", Shown.Count(texts, given))
        : texts.Format("RulesTestParts", Shown.Count(texts, score.Total), score.Attributes, score.Behaviour, score.Engagement);

    private static string Allowed(FieldError error, Texts texts) => LeadWords.Find(error.Field) switch
    {
        null => texts.Format("AllowedFields", string.Join(texts["ListSeparator"], LeadFields.All)),
        LeadField.ContactEmail or LeadField.Owner => texts["AllowedEmail"],
        LeadField.Score => texts["AllowedScore"],
        LeadField.CompanyEmployees => texts.Format("AllowedEmployees", LeadLimits.MaxCount),
        LeadField.Qualified => texts["AllowedFlag"],
        LeadField.QualifiedAt => texts["AllowedTime"],
        _ => texts.Format("AllowedLength", LeadLimits.MaxKeyText),
    };

    private static IEnumerable<CardSection> Part(string title, IReadOnlyList<Line> lines) =>
        lines.Count == 0 ? [] : [new CardSection.Heading(title, 2), new CardSection.Paragraph(lines)];
}

/// <summary>What a test of the rules found, for programs.</summary>
/// <param name="Qualified">Whether it would be an MQL.</param>
/// <param name="Missing">Required fields that it lacks.</param>
/// <param name="Tier">How urgent it would be.</param>
/// <param name="Score">Its score with the trace.</param>
/// <param name="Pool">The pool that would get it.</param>
/// <param name="Rules">The routing rules that were asked, in order; the last one matched.</param>
/// <param name="Handoff">The handoff of a stored lead.</param>
public sealed record RulesTestFigures(bool Qualified, IReadOnlyList<string> Missing, Tier Tier, ScoreCard Score, string Pool, IReadOnlyList<string> Rules, HandoffId? Handoff);
