using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Slack.People;

namespace Baton.Slack.Events;

/// <summary>Tells who a user of Slack is, and whether that person may act. What the profile says of language and time zone is learned on the way.</summary>
internal sealed class Visitors(SlackPeople people, PeopleDesk desk, Roster roster, TimeProvider time)
{
    private const string Unknown = "en";

    /// <summary>The person behind an id.</summary>
    public async ValueTask<Visitor> OfAsync(string userId, CancellationToken cancellation)
    {
        if (await people.OfIdAsync(userId, cancellation) is not { } user)
        {
            return new Visitor(userId, Visitor.Onlooker, Unknown, Barrier.Unknown);
        }

        var barrier = BarrierOf(user);
        if (barrier != Barrier.None)
        {
            return new Visitor(userId, Visitor.Onlooker, Texts.Nearest(user.Locale), barrier);
        }

        var email = user.Email!.Value;
        await LearnAsync(user, email, cancellation);
        return new Visitor(userId, email, Texts.Nearest(roster.Anybody(email).Locale), Barrier.None);
    }

    /// <summary>
    /// In which language to speak to somebody before it is known who it is: asks nothing of the store, which may be what is slow, and English does when Slack does
    /// not say either.
    /// </summary>
    public async ValueTask<string> LocaleOfAsync(string userId, CancellationToken cancellation)
    {
        try
        {
            return await people.OfIdAsync(userId, cancellation) is { } user ? LocaleOf(user) : Unknown;
        }
        catch (SlackUnavailableException)
        {
            return Unknown;
        }
    }

    /// <summary>Looks at a profile anew: it changed. Somebody who was deactivated is away for good from then on.</summary>
    public async Task LookAgainAsync(string userId, CancellationToken cancellation)
    {
        people.Forget(userId);
        if (await people.OfIdAsync(userId, cancellation) is { Email: { } email, Bot: false, Stranger: false } user)
        {
            await LearnAsync(user, email, cancellation);
        }
    }

    private string LocaleOf(SlackUser user) => Texts.Nearest(user.Email is { } email
        ? (roster.StateOf(email) with { ProfileLocale = user.Locale.Length > 0 ? user.Locale : null }).Over(roster.Anybody(email)).Locale
        : user.Locale);

    private Task LearnAsync(SlackUser user, EmailAddress email, CancellationToken cancellation) =>
        desk.LearnAsync(email, new PersonProfile(user.Locale.Length > 0 ? user.Locale : null, user.TimeZone, user.Deleted), time.GetUtcNow(), cancellation);

    private static Barrier BarrierOf(SlackUser user) =>
        user.Bot || user.Deleted ? Barrier.Nobody
        : user.Stranger ? Barrier.Stranger
        : user.Guest ? Barrier.Guest
        : user.Email is null ? Barrier.NoEmail
        : Barrier.None;
}
