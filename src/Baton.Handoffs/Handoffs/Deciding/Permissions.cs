using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>Who may do what. Each question answers the refusal, or null when it is allowed.</summary>
internal static class Permissions
{
    /// <summary>May this person take or refuse what is offered?</summary>
    public static Refusal? ToTake(Handoff handoff, Person actor)
    {
        if (actor.Is(Roles.Manager))
        {
            return null;
        }

        if (!actor.Is(Roles.Rep))
        {
            return new Refusal.NotYourRole("rep");
        }

        if (handoff.OfferedTo is { } to)
        {
            return to == actor.Email ? null : new Refusal.OfferedToSomeoneElse(to);
        }

        if (!actor.Pools.Contains(handoff.Route.Pool, StringComparer.Ordinal))
        {
            return new Refusal.NotYourPool(handoff.Route.Pool);
        }

        return handoff.Without.Contains(actor.Email) ? new Refusal.HadYourTurn() : null;
    }

    /// <summary>May this person work on what somebody owns?</summary>
    public static Refusal? ToWork(Handoff handoff, Person actor)
    {
        if (actor.Is(Roles.Manager | Roles.Integration) || handoff.Owner == actor.Email)
        {
            return null;
        }

        return actor.Is(Roles.Rep) && handoff.Owner is { } owner ? new Refusal.NotYours(owner) : new Refusal.NotYourRole("rep");
    }

    /// <summary>Has this person marketing's part?</summary>
    public static Refusal? ToMarket(Person actor) =>
        actor.Is(Roles.Marketer | Roles.Manager) ? null : new Refusal.NotYourRole("marketer");

    /// <summary>Does this person manage?</summary>
    public static Refusal? ToManage(Person actor) =>
        actor.Is(Roles.Manager) ? null : new Refusal.NotYourRole("manager");

    /// <summary>Is this the product itself?</summary>
    public static Refusal? ToRecord(Person actor) =>
        actor.Is(Roles.System) ? null : new Refusal.NotYourRole("system");
}
