using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Chat.Views;

/// <summary>
/// The buttons of a card. Each is asked of <see cref="Decide"/> itself before it is shown, so a card cannot offer what would be refused.
/// On a card that everybody sees, a button is there when somebody who acts in that channel may press it.
/// </summary>
internal static class Actions
{
    // In the order of a card: the next step forward first.
    private static readonly string[] ForSales =
    [
        Verbs.Accept, Verbs.Touch, Verbs.Qualify, Verbs.Win, Verbs.Reject, Verbs.Lose, Verbs.Recycle, Verbs.Disqualify,
        Verbs.Undo, Verbs.PassOn, Verbs.Snooze, Verbs.HandBack, Verbs.Assign, Verbs.Uphold, Verbs.Dismiss,
    ];

    private static readonly string[] ForMarketing = [Verbs.Resubmit, Verbs.Contest, Verbs.Acknowledge, Verbs.Uphold, Verbs.Dismiss, Verbs.Withdraw];

    /// <summary>The handoff's own card.</summary>
    public static IReadOnlyList<CardAction> Of(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now) =>
        [.. Offered(ForSales, new Situation(handoff, reader, terms, now)), History(reader)];

    /// <summary>A feedback card.</summary>
    public static IReadOnlyList<CardAction> ForFeedback(Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now) =>
        Offered(ForMarketing, new Situation(handoff, reader, terms, now));

    /// <summary>The way back from the timeline.</summary>
    public static CardAction Back(CardReader reader) => new() { Verb = Verbs.Refresh, Label = Texts.Of<CardTexts>(reader.Locale)["verb.refresh"] };

    private static CardAction History(CardReader reader) => new() { Verb = Verbs.History, Label = Texts.Of<CardTexts>(reader.Locale)["verb.history"] };

    private static List<CardAction> Offered(string[] verbs, Situation at)
    {
        IReadOnlyList<Person> askers = at.Reader.Person is { } one ? [Meant(one)] : [.. Everybody(at.Handoff, at.Terms).Select(Meant)];
        var offered = new List<CardAction>(verbs.Length);
        foreach (var verb in verbs)
        {
            if (Sample(verb, at) is { } intent && MayAny(askers, intent, at))
            {
                offered.Add(Button(verb, at));
            }
        }

        return offered;
    }

    // An integration may skip steps; a person who holds that role as well is shown only what the state itself allows.
    private static Person Meant(Person person) => person.Is(Roles.Integration) ? person with { Roles = person.Roles & ~Roles.Integration } : person;

    private static bool MayAny(IReadOnlyList<Person> askers, Intent intent, Situation at)
    {
        for (var i = 0; i < askers.Count; i++)
        {
            if (Decide.Allows(at.Handoff, intent, askers[i], at.Terms, at.Now))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Person> Everybody(Handoff handoff, Terms terms) =>
        terms.Roster.People.Where(p => p.Email == handoff.Owner || p.Email == handoff.OfferedTo || p.Email == handoff.Undoable?.By || p.Is(Roles.Marketer) || p.Pools.Contains(handoff.Route.Pool, StringComparer.Ordinal)).Where(p => handoff.State == HandoffState.Rejected || p.Is(Roles.Rep | Roles.Marketer));

    // A well-formed intent for each button: only who and when decide whether it would be carried out.
    private static Intent? Sample(string verb, Situation at) => verb switch
    {
        Verbs.Accept => new Intent.Accept(),
        Verbs.Reject => new Intent.Reject(at.Terms.Reasons.Reject[0].Code, "-"),
        Verbs.Touch => new Intent.Touch(),
        Verbs.Qualify => new Intent.Qualify(),
        Verbs.Recycle => new Intent.Recycle(at.Terms.Reasons.Recycle.MinBy(r => r.AttemptsRequired)!.Code, null, "-"),
        Verbs.Disqualify => new Intent.Disqualify(at.Terms.Reasons.Disqualify[0].Code, "-"),
        Verbs.Win => new Intent.Win(0, "JPY"),
        Verbs.Lose => new Intent.Lose("-"),
        Verbs.PassOn => new Intent.PassOn(null),
        Verbs.HandBack => new Intent.HandBack(),
        Verbs.Assign => at.Colleagues is [var colleague, ..] ? new Intent.Assign(colleague.Email) : null,
        Verbs.Snooze => new Intent.Snooze(at.Now.AddHours(1)),
        Verbs.Withdraw => new Intent.Withdraw(),
        Verbs.Undo => new Intent.Undo(),
        Verbs.Contest => new Intent.Contest("-"),
        Verbs.Uphold => new Intent.DecideContest(true),
        Verbs.Dismiss => new Intent.DecideContest(false),
        Verbs.Resubmit => new Intent.Resubmit(new LeadFix("-", "-", Person.Baton.Email, "-", "-") { Others = Forms.OtherMissing(at.Handoff).ToDictionary(path => path, path => path == "owner" ? Person.Baton.Email.Value : "1") }),
        Verbs.Acknowledge => new Intent.Acknowledge(),
        Verbs.Pause => new Intent.Pause("-"),
        Verbs.Resume => new Intent.Resume(),
        _ => null,
    };

    private static CardAction Button(string verb, Situation at) => new()
    {
        Verb = verb,
        Label = Texts.Of<CardTexts>(at.Reader.Locale)["verb." + (verb == Verbs.Touch && at.Handoff.State == HandoffState.Contacted ? "touch_again" : verb)],
        Style = verb switch
        {
            Verbs.Accept or Verbs.Qualify or Verbs.Win or Verbs.Uphold => ActionStyle.Primary,
            Verbs.Touch when at.Handoff.State == HandoffState.Accepted => ActionStyle.Primary,
            Verbs.Resubmit when at.Handoff.State == HandoffState.Returned => ActionStyle.Primary,
            Verbs.Reject or Verbs.Disqualify => ActionStyle.Danger,
            _ => ActionStyle.Normal,
        },
        Form = Forms.Of(verb, at),
    };
}
