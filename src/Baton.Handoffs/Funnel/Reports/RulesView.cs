using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>What qualifies and who gets what, as whoever has the configuration fills it in, in the reader's language.</summary>
/// <param name="QualifiedFrom">The score from which a lead is an MQL, 0 to 100.</param>
/// <param name="HotFrom">The score from which it is hot, 0 to 100.</param>
/// <param name="RequiredFields">The fields without which a lead goes back to marketing before sales sees it.</param>
/// <param name="Scoring">One line a scoring rule, in order.</param>
/// <param name="Routing">One line a routing rule, in order: the first that matches decides.</param>
public sealed record RulesView(int QualifiedFrom, int HotFrom, IReadOnlyList<Line> RequiredFields, IReadOnlyList<Line> Scoring, IReadOnlyList<Line> Routing);
