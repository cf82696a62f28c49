using Baton.Handoffs.Chat;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.People;
using Baton.Handoffs.Repairs;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Places;

/// <summary>
/// What happens when a place is lost or back: operators and managers get one message each, now and then one waiting effect tries the place, and
/// when it is back everything that waited for it goes on.
/// </summary>
public sealed class PlaceDesk(ILostPlaces lost, IAgenda agenda, ChatSender sender, RepairDesk repairs, Terms terms, Pulse pulse, TimeProvider time)
{
    // Until then a replica may still think that it is lost, and leave something waiting.
    private TimeSpan Settling => 2 * pulse.Safety;

    /// <summary>Does what is due for a place.</summary>
    /// <param name="id">The place, as in the wake-up.</param>
    /// <param name="handled">The wake-ups that led here.</param>
    /// <param name="cancellation">Stops between steps; the wake-ups stay then.</param>
    public async Task RunAsync(string id, IReadOnlyList<Wake> handled, CancellationToken cancellation)
    {
        var place = Place.Parse(id);
        var next = await lost.FindAsync(place, cancellation) switch
        {
            { } row when place.Platform == Hook.Platform && terms.Hook(place.Id) is null => await LetGoAsync(row, cancellation),
            { IsLost: true } row => await LostAsync(row, cancellation),
            { RevivedAt: { } since } row => await BackAsync(row, since, cancellation),
            _ => null,
        };
        await agenda.SettleAsync(handled, WakeKind.Place, id, next, cancellation);
    }

    private async Task<DateTimeOffset?> LostAsync(LostPlace row, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? later = null;
        foreach (var person in ConcernedBy(row.Place).Where(p => !row.Told.Contains(p.Email)))
        {
            var at = TimeFor(person, now);
            if (at > now)
            {
                later = NextWake.Earlier(later, at);
            }
            else if (at is not null)
            {
                var name = $"lost-{row.Place}-{row.Since.UtcTicks}-{person.Email}";
                var told = row with { Why = sender.Explain(row.Place, row.Why, person.Locale) };
                var wait = await TellAsync(row.Place, person, name, PlaceNotice.Lost(told, CardReader.Of(person), terms, pulse), cancellation);
                later = NextWake.Earlier(later, wait is null ? null : now + wait);
                if (wait is null && !await lost.SaveAsync(row with { Told = [.. row.Told, person.Email] }, cancellation))
                {
                    return now;
                }

                row = await lost.FindAsync(row.Place, cancellation) ?? row;
            }
        }

        if (row.ProbeAt <= now)
        {
            await ProbeAsync(row.Place, cancellation);
        }

        return row.ProbeAt == LostPlace.Never ? later : NextWake.Earlier(later, row.ProbeAt > now ? row.ProbeAt : now + pulse.Probe);
    }

    // What waited for a hook that the configuration names no more is dropped when it is tried.
    private async Task<DateTimeOffset?> LetGoAsync(LostPlace row, CancellationToken cancellation)
    {
        await repairs.RetryAsync(s => s.Place == row.Place, cancellation);
        return await lost.ForgetAsync(row, cancellation) ? null : time.GetUtcNow();
    }

    // The one that has waited longest tries; in delivering it the right to try is claimed.
    private async Task ProbeAsync(Place place, CancellationToken cancellation)
    {
        if ((await repairs.ListAsync(cancellation)).FirstOrDefault(s => s.Place == place) is { } oldest)
        {
            await repairs.RetryAsync(s => s == oldest, cancellation);
        }
    }

    private async Task<DateTimeOffset?> BackAsync(LostPlace row, DateTimeOffset since, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await repairs.RetryAsync(s => s.Place == row.Place && s.RetriedAt is null, cancellation);
        DateTimeOffset? later = null;
        foreach (var person in row.Told.Select(told => terms.Roster.Find(told)).OfType<Person>())
        {
            var name = $"back-{row.Place}-{since.UtcTicks}-{person.Email}";
            var wait = TimeFor(person, now) is not { } at ? null
                : at > now ? at - now
                : await TellAsync(row.Place, person, name, PlaceNotice.Back(row.Place, CardReader.Of(person)), cancellation);
            later = NextWake.Earlier(later, wait is null ? null : now + wait);
            if (wait is null && !await lost.SaveAsync(row with { Told = [.. row.Told.Where(t => t != person.Email)] }, cancellation))
            {
                return now;
            }

            row = await lost.FindAsync(row.Place, cancellation) ?? row;
        }

        if (later is not null || now < since + Settling)
        {
            return NextWake.Earlier(later, since + Settling > now ? since + Settling : null);
        }

        return await lost.ForgetAsync(row, cancellation) ? null : now;
    }

    // An operator is told at once, everybody else in own working time; null for who has none.
    private DateTimeOffset? TimeFor(Person person, DateTimeOffset now) => person.Is(Roles.Operator) ? now : QuietHours.DeliverAt(now, terms.CalendarOf(person.Email));

    // Null when the person was told or cannot be; else how long to wait. An earlier try may have arrived: it is looked for.
    private async Task<TimeSpan?> TellAsync(Place about, Person person, string name, Card card, CancellationToken cancellation)
    {
        try
        {
            return await sender.ReachAsync(about.Platform, person.Email, cancellation) is { } place
                ? await sender.PostAsync(new Post(place, null, name, card), true, cancellation) switch
                {
                    SendResult.Sent or SendResult.Gone => null,
                    SendResult.RetryAfter it => it.Wait + pulse.FirstRetry,
                    SendResult.Forbidden => pulse.Probe,
                    _ => pulse.Safety,
                }
                : null;
        }
        catch (TimeoutException)
        {
            return pulse.Safety;
        }
    }

    private IEnumerable<Person> ConcernedBy(Place place)
    {
        if (place.Platform == Hook.Platform && terms.Roster.People.Any(p => p.Is(Roles.Operator)))
        {
            return terms.Roster.People.Where(p => p.Is(Roles.Operator));
        }

        var pools = terms.Pools.Where(p => p.Sales == place || p.Fallback == place).ToList();
        var others = pools.Count > 0 ? pools.SelectMany(p => terms.Roster.ManagersOf(p.Pool))
            : terms.Pools.Any(p => p.Marketing == place) ? terms.Roster.People.Where(p => p.Is(Roles.Marketer | Roles.Manager))
            : terms.Roster.People.Where(p => p.Is(Roles.Manager));
        return terms.Roster.People.Where(p => p.Is(Roles.Operator)).Concat(others).DistinctBy(p => p.Email);
    }
}
