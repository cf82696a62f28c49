using Baton.Handoffs.Chat;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary>One lead with its history, as whoever has the events fills it in, in the reader's language.</summary>
/// <param name="Fact">The handoff.</param>
/// <param name="Events">What happened, oldest first.</param>
/// <param name="Clocks">How each deadline came about: the intervals that were counted and why.</param>
/// <param name="Route">Which routing rules were asked and what they answered.</param>
public sealed record LeadTimeline(HandoffFact Fact, IReadOnlyList<TimelineLine> Events, IReadOnlyList<Line> Clocks, IReadOnlyList<Line> Route);

/// <summary>One entry of a history.</summary>
/// <param name="At">When.</param>
/// <param name="What">Who did what and why.</param>
public sealed record TimelineLine(DateTimeOffset At, Line What);
