using Baton.Handoffs.Handoffs;

namespace Baton.Handoffs.Funnel.Figures;

/// <summary>A rejection that stands no more: it happened, and marketing is told of it, whatever became of the lead.</summary>
/// <param name="Fact">The handoff.</param>
/// <param name="Rejection">The rejection.</param>
internal readonly record struct Overtaken(HandoffFact Fact, EarlierRejection Rejection)
{
    /// <summary>Those of a handoff.</summary>
    public static IEnumerable<Overtaken> Of(HandoffFact fact) => (fact.EarlierRejections ?? []).Select(rejection => new Overtaken(fact, rejection));

    /// <summary>Those of handoffs.</summary>
    public static IEnumerable<Overtaken> Of(IEnumerable<HandoffFact> facts) => facts.SelectMany(Of);
}
