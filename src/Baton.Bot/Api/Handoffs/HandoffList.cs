using Baton.Handoffs.Funnel;

namespace Baton.Bot.Api;

/// <summary>Lists handoffs from their facts, week by week, so that a page costs the weeks that it shows.</summary>
internal sealed class HandoffList(IFacts facts)
{
    /// <summary>The next page.</summary>
    internal async Task<HandoffPage> PageAsync(HandoffQuery query, DateTimeOffset now, CancellationToken cancellation)
    {
        var found = new List<HandoffFact>();
        foreach (var week in (await facts.WeeksAsync(cancellation)).OrderDescending(StringComparer.Ordinal))
        {
            if (query.Cursor is { } from && string.CompareOrdinal(week, from.Week) > 0)
            {
                continue;
            }

            found.AddRange(await OfWeekAsync(week, query, cancellation));
            if (found.Count > query.Limit)
            {
                break;
            }
        }

        var page = found.Take(query.Limit).ToList();
        return new HandoffPage([.. page.Select(f => HandoffLine.Of(f, now))], found.Count > page.Count ? HandoffCursor.Of(page[^1]).ToString() : null);
    }

    private async Task<List<HandoffFact>> OfWeekAsync(string week, HandoffQuery query, CancellationToken cancellation)
    {
        var found = new List<HandoffFact>();
        await foreach (var fact in facts.OfWeekAsync(week, cancellation))
        {
            if (query.Takes(fact) && query.Cursor?.IsBefore(fact) != false)
            {
                found.Add(fact);
            }
        }

        found.Sort((a, b) => HandoffCursor.Of(a).Compare(b));
        return found;
    }
}
