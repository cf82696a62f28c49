using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;
using NodaTime;
using NodaTime.Extensions;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>From first touch to the outcome, and snooze. A CRM that reports an outcome may skip steps that Baton was not told of: they are recorded too.</summary>
internal static class Working
{
    private const int ComesBackAtHour = 9;

    public static Decision Snooze(Moment at, Intent.Snooze intent)
    {
        var no = at.State switch
        {
            HandoffState.Offered when at.Handoff.OfferedTo is null => Permissions.ToManage(at.Actor),
            HandoffState.Offered => Permissions.ToTake(at.Handoff, at.Actor),
            HandoffState.Accepted or HandoffState.Contacted => Permissions.ToWork(at.Handoff, at.Actor),
            _ => new Refusal.NotNow(at.State),
        };
        if (no is not null)
        {
            return Decision.No(no);
        }

        return intent.Until > at.Now && intent.Until <= at.Now + Terms.LongestSnooze
            ? Decision.Of(new HandoffEvent.Snoozed(at.Now, at.By, intent.Until.ToUniversalTime()))
            : Decision.No(new Refusal.DateOutOfRange(Day(at, at.Now), Day(at, at.Now + Terms.LongestSnooze)));
    }

    public static Decision Touch(Moment at, Intent.Touch intent)
    {
        if (at.State is not (HandoffState.Accepted or HandoffState.Contacted))
        {
            return Decision.No(new Refusal.NotNow(at.State));
        }

        return Permissions.ToWork(at.Handoff, at.Actor) is { } no ? Decision.No(no) : Decision.Of(Touched(at, intent.Note));
    }

    public static Decision Qualify(Moment at, Intent.Qualify intent) =>
        Reach(at, HandoffState.Contacted, null, h => new HandoffEvent.QualifiedBySales(at.Now, at.By, Taking.Blank(intent.Opportunity))
        {
            Clocks = at.OnlyAsks ? null : Clocks.Stop(h, at.Terms, at.Now, ClockKind.Outcome),
        });

    public static Decision Recycle(Moment at, Intent.Recycle intent)
    {
        var today = Day(at, at.Now);
        var (wrong, reason) = Known(intent.Code, at.Terms.Reasons.Recycle, intent.Comment);
        var on = intent.On ?? today.AddDays(reason?.RecycleDays ?? 0);
        wrong ??= at.Handoff.Attempts < reason!.AttemptsRequired ? new Refusal.TooFewAttempts(at.Handoff.Attempts, reason.AttemptsRequired)
            : on <= today || on > today.AddDays(Terms.FurthestRecycleDays) ? new Refusal.DateOutOfRange(today.AddDays(1), today.AddDays(Terms.FurthestRecycleDays))
            : null;
        return Reach(at, HandoffState.Contacted, wrong, h => new HandoffEvent.Recycled(at.Now, at.By, intent.Code, MorningOf(at, on), Taking.Blank(intent.Comment))
        {
            Clocks = at.OnlyAsks ? null : Clocks.StopAll(h, at.Terms, at.Now),
        });
    }

    public static Decision Disqualify(Moment at, Intent.Disqualify intent) =>
        Reach(at, HandoffState.Contacted, Known(intent.Code, at.Terms.Reasons.Disqualify, intent.Comment).Wrong, h => new HandoffEvent.Disqualified(at.Now, at.By, intent.Code, Taking.Blank(intent.Comment))
        {
            Clocks = at.OnlyAsks ? null : Clocks.StopAll(h, at.Terms, at.Now),
        });

    public static Decision Win(Moment at, Intent.Win intent)
    {
        var currency = intent.Currency?.Trim().ToUpperInvariant();
        var wrong = intent.Amount < 0 || (currency is not null && !(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))) || (intent.Amount is not null && currency is null);
        var won = new HandoffEvent.Won(at.Now, at.By, intent.Amount, currency);

        // A CRM often learns the amount, or another one, after the deal was closed.
        return at.State == HandoffState.Won && at.Actor.Is(Roles.Integration) && !wrong && intent.Amount is not null && (intent.Amount, currency) != (at.Handoff.Amount, at.Handoff.Currency)
            ? Decision.Of(won)
            : Reach(at, HandoffState.Qualified, wrong ? new Refusal.WrongAmount() : null, _ => won);
    }

    public static Decision Lose(Moment at, Intent.Lose intent) =>
        Reach(at, HandoffState.Qualified, null, _ => new HandoffEvent.Lost(at.Now, at.By, Taking.Blank(intent.Why)));

    // Whether and who come first: somebody who may not do it at all is not sent to correct a form.
    private static Decision Reach(Moment at, HandoffState from, Refusal? wrong, Func<Handoff, HandoffEvent> last)
    {
        if (at.State is HandoffState.Accepted or HandoffState.Contacted or HandoffState.Qualified && Permissions.ToWork(at.Handoff, at.Actor) is { } no)
        {
            return Decision.No(no);
        }

        var handoff = at.Handoff;
        var events = new List<HandoffEvent>();
        while (handoff.State != from)
        {
            if (!at.Actor.Is(Roles.Integration) || StepTowards(at with { Handoff = handoff }) is not { } step)
            {
                return Decision.No(new Refusal.NotNow(at.State));
            }

            events.Add(step);
            handoff = Fold.Apply(handoff, step);
        }

        return wrong is null ? new Decision.Happens([.. events, last(handoff)]) : Decision.No(wrong);
    }

    private static HandoffEvent? StepTowards(Moment at) => at.State switch
    {
        HandoffState.Accepted => Touched(at, null),
        HandoffState.Contacted => new HandoffEvent.QualifiedBySales(at.Now, at.By, null) { Clocks = at.OnlyAsks ? null : Clocks.Stop(at.Handoff, at.Terms, at.Now, ClockKind.Outcome) },
        _ => null,
    };

    private static HandoffEvent.Touched Touched(Moment at, string? note) =>
        new(at.Now, at.By, at.Handoff.Attempts + 1, Taking.Blank(note))
        {
            Clocks = at.State == HandoffState.Accepted && !at.OnlyAsks ? Clocks.AtFirstTouch(at.Handoff, at.Terms, at.Now) : null,
        };

    private static (Refusal? Wrong, Reason? Reason) Known(string code, IReadOnlyList<Reason> known, string? comment) =>
        known.FirstOrDefault(r => r.Code == code) switch
        {
            null => (new Refusal.UnknownReason(code, known), null),
            { CommentRequired: true } when string.IsNullOrWhiteSpace(comment) => (new Refusal.CommentMissing(), null),
            var reason => (null, reason),
        };

    private static DateOnly Day(Moment at, DateTimeOffset instant) => instant.ToInstant().InZone(Zone(at)).Date.ToDateOnly();

    private static DateTimeOffset MorningOf(Moment at, DateOnly day) =>
        Zone(at).AtLeniently(day.ToLocalDate().At(new LocalTime(ComesBackAtHour, 0))).ToInstant().ToDateTimeOffset();

    private static DateTimeZone Zone(Moment at) => DateTimeZoneProviders.Tzdb[at.Terms.ReviewZone];
}
