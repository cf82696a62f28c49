using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;

namespace Baton.Bot.Composition;

/// <summary>The configured rules as <c>/funnel rules</c> lists them.</summary>
internal static class RulesText
{
    public static RulesView Of(ScoringOptions scoring, RoutingOptions routing) => new(
        scoring.Threshold,
        scoring.HotThreshold,
        [.. scoring.EffectiveRequiredFields],
        [.. scoring.EffectiveParts.SelectMany(p => p.Rules.Select(r => new ScoringRuleView(p.Name, r.Points, r.Name, r.Group)))],
        [.. routing.EffectiveRules.Select(r => new RoutingRuleView(r.Name, r.Pool))]);
}
