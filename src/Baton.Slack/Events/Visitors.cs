using Baton.Handoffs.Chat;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Slack.People;

namespace Baton.Slack.Events;

/// <summary>Tells who a user of Slack is, and whether that person may act.</summary>
internal sealed class Visitors(SlackPeople people, Roster roster)
{
    // Who has no address has no role either: the desk knows nobody of this one.
    private static readonly EmailAddress Onlooker = EmailAddress.Parse("onlooker@baton.invalid");

    /// <summary>The person behind an id.</summary>
    public async ValueTask<Visitor> OfAsync(string userId, CancellationToken cancellation)
    {
        if (await people.OfIdAsync(userId, cancellation) is not { } user)
        {
            return new Visitor(userId, Onlooker, "en", Barrier.Unknown);
        }

        var barrier = BarrierOf(user);
        var email = barrier == Barrier.None ? user.Email!.Value : Onlooker;
        return new Visitor(userId, email, Texts.Nearest(roster.Find(email)?.Locale ?? user.Locale), barrier);
    }

    private static Barrier BarrierOf(SlackUser user) =>
        user.Bot || user.Deleted ? Barrier.Nobody
        : user.Stranger ? Barrier.Stranger
        : user.Guest ? Barrier.Guest
        : user.Email is null ? Barrier.NoEmail
        : Barrier.None;
}
