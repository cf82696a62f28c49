using Baton.Edges;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Teams.Connector;
using Baton.Teams.Incoming;
using Baton.Teams.People;
using Baton.Teams.Places;

namespace Baton.Teams.Events;

/// <summary>Tells who did something in Teams, and whether that person may act. What is said of language and time zone is learned on the way.</summary>
internal sealed class TeamsVisitors(TeamsPeople people, TeamsDirectory directory, PeopleDesk desk, Roster roster, TeamsOptions options, TimeProvider time)
{
    private const string GuestRole = "guest";
    private const string AnonymousRole = "anonymous";

    /// <summary>The person behind an activity: by who sent it, never by what it says.</summary>
    public async ValueTask<Visitor> OfAsync(Surroundings at, CancellationToken cancellation)
    {
        var locale = Texts.Nearest(at.From.Locale);
        if (at.From.IsBot)
        {
            return new Visitor(at.From.Id, Visitor.Onlooker, locale, Barrier.Nobody);
        }

        if (await people.OfAsync(at, cancellation) is not { } member)
        {
            return new Visitor(at.From.Id, Visitor.Onlooker, locale, Barrier.Unknown);
        }

        var barrier = BarrierOf(member, at);
        if (barrier != Barrier.None || people.AddressOf(member) is not { } email)
        {
            return new Visitor(at.From.Id, Visitor.Onlooker, locale, barrier == Barrier.None ? Barrier.NoEmail : barrier);
        }

        await LearnAsync(email, at, member, cancellation);
        return new Visitor(at.From.Id, email, Texts.Nearest(roster.Anybody(email).Locale), Barrier.None);
    }

    private async Task LearnAsync(EmailAddress email, Surroundings at, TeamsMember member, CancellationToken cancellation)
    {
        await desk.LearnAsync(email, new PersonProfile(at.From.Locale, at.From.TimeZone, Deactivated: false), time.GetUtcNow(), cancellation);
        if (roster.Find(email) is not null)
        {
            var person = new KnownPerson(email, at.From.Id, at.From.ObjectId ?? member.ObjectId, at.ServiceUrl, at.Tenant ?? member.TenantId, at.IsDirect ? at.Conversation : null);
            await directory.KeepAsync(person, cancellation);
        }
    }

    // People of another company come through channels that are shared with it (https://learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels).
    private Barrier BarrierOf(TeamsMember member, Surroundings at) =>
        member.Role is GuestRole or AnonymousRole ? Barrier.Guest
        : IsHome(member.TenantId is { Length: > 0 } own ? own : at.Tenant, at) ? Barrier.None
        : Barrier.Stranger;

    // Whose tenant nobody tells is no colleague, where it is configured whose colleagues may act.
    private bool IsHome(string? tenant, Surroundings at)
    {
        var home = options.TenantId.Length > 0 ? options.TenantId : at.Tenant;
        return string.IsNullOrEmpty(home) || home.Equals(tenant, StringComparison.OrdinalIgnoreCase);
    }
}
