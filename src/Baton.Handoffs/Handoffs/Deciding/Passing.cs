using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>Pass on, hand back, assign, reroute.</summary>
internal static class Passing
{
    public static Decision PassOn(Moment at, Intent.PassOn intent)
    {
        if (MayPass(at) is { } no)
        {
            return Decision.No(no);
        }

        if (intent.To is { } to)
        {
            var (wrong, person) = Taker(at, to);
            return wrong is null ? Decision.Of(Reoffer(at, at.Handoff, ReofferCause.PassedOn, RouteFor(at, person!), to, null, intent.Why)) : Decision.No(wrong);
        }

        var pool = intent.Pool ?? at.Handoff.Route.Pool;
        return at.Terms.PoolRoute(pool) is { } route
            ? Decision.Of(Reoffer(at, at.Handoff, ReofferCause.PassedOn, route, null, null, intent.Why))
            : Decision.No(new Refusal.UnknownPool(pool));
    }

    public static Decision HandBack(Moment at, Intent.HandBack intent)
    {
        if (at.State != HandoffState.Accepted)
        {
            return Decision.No(new Refusal.NotNow(at.State));
        }

        return Permissions.ToWork(at.Handoff, at.Actor) is { } no
            ? Decision.No(no)
            : Decision.Of(Reoffer(at, at.Handoff, ReofferCause.HandedBack, at.Handoff.Route, null, at.Handoff.Owner, intent.Why));
    }

    public static Decision Assign(Moment at, Intent.Assign intent)
    {
        if (Permissions.ToManage(at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        if (at.State is not (HandoffState.Offered or HandoffState.Accepted))
        {
            return Decision.No(new Refusal.NotNow(at.State));
        }

        var (wrong, person) = Taker(at, intent.To);
        return wrong is null ? Decision.Of(Reoffer(at, at.Handoff, ReofferCause.Assigned, RouteFor(at, person!), intent.To, null, null)) : Decision.No(wrong);
    }

    /// <summary>
    /// When whoever has it, or has it offered alone, is away for long: the whole pool may take it. What somebody took while away stays with that
    /// person. Null when there is nothing to do.
    /// </summary>
    public static HandoffEvent? Relieve(Moment at)
    {
        var holder = at.State switch { HandoffState.Accepted => at.Handoff.Owner, HandoffState.Offered => at.Handoff.OfferedTo, _ => null };
        return holder is { } email
            && at.Terms.Roster.Find(email)?.Absence is { } absence
            && absence.Covers(at.Now)
            && absence.IsLongerThan(at.Terms.HandBackAfter)
            && !(at.Handoff.Milestones.Accepted > absence.From)
                ? Reoffer(at, at.Handoff, ReofferCause.OwnerAway, at.Handoff.Route, null, null, null)
                : null;
    }

    /// <summary>After a rejection as wrong owner: offered to the right one, or to that one's pool while away.</summary>
    public static HandoffEvent Reroute(Moment at, HandoffEvent rejected, Person rightOne) =>
        Reoffer(at, Fold.Apply(at.Handoff, rejected), ReofferCause.Rerouted, RouteFor(at, rightOne), rightOne.IsAway(at.Now) ? null : rightOne.Email, at.By, null);

    /// <summary>Offers a handoff again; its accept clock goes on where it stood.</summary>
    public static HandoffEvent Reoffer(Moment at, Handoff handoff, ReofferCause cause, Route route, EmailAddress? to, EmailAddress? without, string? why) =>
        new HandoffEvent.Reoffered(at.Now, at.By, cause, route, to, without, handoff.Hops, Taking.Blank(why))
        {
            Clocks = at.OnlyAsks ? null : Clocks.AtReoffer(handoff, at.Terms, at.Now),
        };

    private static (Refusal? Wrong, Person? Person) Taker(Moment at, EmailAddress to) => at.Terms.Roster.Find(to) switch
    {
        { } person when !person.Is(Roles.Rep | Roles.Manager) => (new Refusal.UnknownPerson(to.Value), null),
        { } person when person.IsAway(at.Now) => (new Refusal.PersonAway(to, person.Absence?.Until), null),
        { } person => (null, person),
        null => (new Refusal.UnknownPerson(to.Value), null),
    };

    private static Refusal? MayPass(Moment at) => at.State switch
    {
        HandoffState.Offered => Permissions.ToTake(at.Handoff, at.Actor),
        HandoffState.Accepted => Permissions.ToWork(at.Handoff, at.Actor),
        _ => new Refusal.NotNow(at.State),
    };

    // Somebody of another pool gets it in a channel of that pool.
    private static Route RouteFor(Moment at, Person person) =>
        person.Pools.Count == 0 || person.Pools.Contains(at.Handoff.Route.Pool, StringComparer.Ordinal)
            ? at.Handoff.Route
            : at.Terms.PoolRoute(person.Pools[0]) ?? at.Handoff.Route;
}
