using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.People;
using NodaTime;

namespace Baton.Handoffs.Funnel;

/// <summary>Gathers what an answer is made of: facts, people, reasons, zone.</summary>
public sealed class SceneMaker(IFacts facts, Terms terms)
{
    /// <summary>The review's time zone.</summary>
    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[terms.ReviewZone];

    /// <summary>A scene with the facts that a period needs (its weeks and those before it), or with all facts for null.</summary>
    public async Task<FunnelScene> OfAsync(Periods.Period? period, Person asker, string locale, DateTimeOffset now, CancellationToken cancellation)
    {
        var wanted = period?.CohortWeeks(FunnelScene.LookbackWeeks).Select(w => w.ToString()).ToHashSet(StringComparer.Ordinal);
        var found = new List<HandoffFact>();
        foreach (var week in (await facts.WeeksAsync(cancellation)).Where(w => wanted?.Contains(w) != false))
        {
            await foreach (var fact in facts.OfWeekAsync(week, cancellation))
            {
                found.Add(fact);
            }
        }

        return Empty(asker, locale, now) with { Facts = found };
    }

    /// <summary>A scene with the facts of what is open: its cost grows with that, and not with what ever was.</summary>
    public async Task<FunnelScene> OpenAsync(Person asker, string locale, DateTimeOffset now, CancellationToken cancellation) =>
        Empty(asker, locale, now) with { Facts = await facts.OpenAsync(cancellation).ToListAsync(cancellation) };

    /// <summary>A scene without facts, for answers that need none.</summary>
    public FunnelScene Empty(Person asker, string locale, DateTimeOffset now) => new()
    {
        Facts = [],
        Roster = terms.Roster,
        Reasons = [.. terms.Reasons.Reject, .. terms.Reasons.Recycle, .. terms.Reasons.Disqualify],
        Asker = asker,
        Now = now,
        Zone = Zone,
        Locale = locale,
    };
}
