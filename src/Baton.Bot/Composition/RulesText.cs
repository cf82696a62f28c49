using Baton.Handoffs.Chat;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;

namespace Baton.Bot.Composition;

/// <summary>Shows the configured rules as <c>/funnel rules</c> lists them: names and points as they stand in the configuration.</summary>
internal static class RulesText
{
    public static RulesView Of(ScoringOptions scoring, RoutingOptions routing) => new(
        scoring.Threshold,
        scoring.HotThreshold,
        [.. scoring.EffectiveRequiredFields.Select(f => Line.Plain(f))],
        [.. scoring.EffectiveParts.SelectMany(p => p.Rules.Select(r => Line.Of(new Span.Plain($"{p.Name} +{r.Points} "), new Span.Quoted(r.Name))))],
        [.. routing.EffectiveRules.Select(r => Line.Of(new Span.Quoted(r.Name), new Span.Plain(" → "), new Span.Quoted(r.Pool)))]);
}
