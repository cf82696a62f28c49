using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>The one place where it is decided what an intent comes to. Pure and total: every (state, intent) pair has an answer.</summary>
public static class Decide
{
    /// <summary>
    /// How far a machine's clock may be behind the one that wrote the handoff's latest event, for time to stand still rather than to go back. Beyond that one of
    /// the clocks is wrong, and the numbers of the events alone tell their order.
    /// </summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>What the intent of that person comes to now. Within a handoff time never goes back, whichever machine's clock it is.</summary>
    public static Decision On(Handoff handoff, Intent intent, Person actor, Terms terms, DateTimeOffset now) => On(At(handoff, actor, terms, now), intent);

    /// <summary>Whether <see cref="On(Handoff, Intent, Person, Terms, DateTimeOffset)"/> lets it happen: the same rules, without working out what becomes of the clocks.</summary>
    public static bool Allows(Handoff handoff, Intent intent, Person actor, Terms terms, DateTimeOffset now) =>
        On(At(handoff, actor, terms, now, onlyAsks: true), intent) is Decision.Happens;

    private static Moment At(Handoff handoff, Person actor, Terms terms, DateTimeOffset now, bool onlyAsks = false) =>
        new(handoff, actor, terms, handoff.ChangedAt is { } latest && latest > now && latest - now <= ClockTolerance ? latest : now) { OnlyAsks = onlyAsks };

    private static Decision On(Moment at, Intent intent) =>
        at.Handoff.ErasedAt is not null ? Forgetting.After(at, intent) : intent switch
        {
            Intent.Accept => Taking.Accept(at),
            Intent.Reject it => Taking.Reject(at, it),
            Intent.Undo => Taking.Undo(at),
            Intent.PassOn it => Passing.PassOn(at, it),
            Intent.HandBack it => Passing.HandBack(at, it),
            Intent.Assign it => Passing.Assign(at, it),
            Intent.Snooze it => Working.Snooze(at, it),
            Intent.Touch it => Working.Touch(at, it),
            Intent.Qualify it => Working.Qualify(at, it),
            Intent.Recycle it => Working.Recycle(at, it),
            Intent.Disqualify it => Working.Disqualify(at, it),
            Intent.Win it => Working.Win(at, it),
            Intent.Lose it => Working.Lose(at, it),
            Intent.Withdraw it => Marketing.Withdraw(at, it),
            Intent.Contest it => Marketing.Contest(at, it),
            Intent.DecideContest it => Marketing.DecideContest(at, it),
            Intent.Resubmit it => Marketing.Resubmit(at, it),
            Intent.Acknowledge => Marketing.Acknowledge(at),
            Intent.Remark it => Remarks.Write(at, it),
            Intent.EditRemark it => Remarks.Edit(at, it),
            Intent.DeleteRemark it => Remarks.Delete(at, it),
            Intent.Pause it => Timing.Pause(at, it),
            Intent.Resume => Timing.Resume(at),
            Intent.WakeUp => Timing.WakeUp(at),
            Intent.Repeat it => Recording.Repeat(at, it),
            Intent.Shown it => Recording.Shown(at, it),
            Intent.Settle it => Recording.Settle(at, it),
            Intent.Erase => Forgetting.Erase(at),
            Intent.ForgetRelative it => Forgetting.ForgetRelative(at, it),
            _ => throw new InvalidOperationException($"There is no rule for {intent.GetType().Name}."),
        };
}

/// <summary>Everything that a decision looks at.</summary>
/// <param name="Handoff">The handoff.</param>
/// <param name="Actor">Who wants it.</param>
/// <param name="Terms">What was agreed on.</param>
/// <param name="Now">When.</param>
internal sealed record Moment(Handoff Handoff, Person Actor, Terms Terms, DateTimeOffset Now)
{
    /// <summary>Whether somebody only asks what would be allowed, so that nothing need be worked out which a refusal does not depend on.</summary>
    public bool OnlyAsks { get; init; }

    /// <summary>Where it stands.</summary>
    public HandoffState State => Handoff.State;

    /// <summary>Who wants it.</summary>
    public Leads.EmailAddress By => Actor.Email;

    /// <summary>The person that somebody named, by address or exact name; null when nobody is known by it.</summary>
    public Person? PersonNamed(string? given) =>
        Leads.EmailAddress.TryParse(given, out var email)
            ? Terms.Roster.Find(email)
            : Terms.Roster.People.FirstOrDefault(p => string.Equals(p.Name, given?.Trim(), StringComparison.OrdinalIgnoreCase));
}
