namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What qualifies and who gets what, as whoever has the configuration fills it in.</summary>
/// <param name="QualifiedFrom">The score from which a lead is an MQL, 0 to 100.</param>
/// <param name="HotFrom">The score from which it is hot, 0 to 100.</param>
/// <param name="RequiredFields">The paths of the fields without which a lead goes back to marketing before sales sees it.</param>
/// <param name="Scoring">The scoring rules, in order.</param>
/// <param name="Routing">The routing rules, in order: the first that matches decides.</param>
public sealed record RulesView(int QualifiedFrom, int HotFrom, IReadOnlyList<string> RequiredFields, IReadOnlyList<ScoringRuleView> Scoring, IReadOnlyList<RoutingRuleView> Routing);

/// <summary>A scoring rule.</summary>
/// <param name="Part"><c>attributes</c>, <c>behaviour</c> or <c>engagement</c>.</param>
/// <param name="Points">How many points it gives or takes.</param>
/// <param name="Rule">Its name in the configuration.</param>
/// <param name="Group">Of the rules of one group within a part that hold, only the best counts; null for a rule that counts by itself.</param>
public sealed record ScoringRuleView(string Part, int Points, string Rule, string? Group = null);

/// <summary>A routing rule.</summary>
/// <param name="Rule">Its name in the configuration.</param>
/// <param name="Pool">Who gets what it takes.</param>
public sealed record RoutingRuleView(string Rule, string Pool);
