using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>Random histories: random people want random things at random, increasing times; what is refused changes nothing.</summary>
public static class Histories
{
    private static readonly EmailAddress?[] Addressees = [Staff.Aoi.Email, Staff.Ben.Email, Staff.Cleo.Email, Staff.Noor.Email, Staff.Mika.Email, Staff.Stranger.Email];

    /// <summary>Terms without a fallback owner, with one, and with ladders that move what somebody has accepted.</summary>
    private static readonly Terms[] AllTerms =
    [
        A.Terms(),
        A.Terms() with { FallbackOwner = null, HopLimit = 1 },
        A.Terms(A.Sla(new SlaOptions { Contact = new ClockRules { Target = "2 hours", Calendar = "business", Ladder = ["50 owner", "100 owner+manager", "150 pool"] } })),
    ];

    /// <summary>What may be wanted next.</summary>
    public static Gen<Intent> Wish { get; } = Gen.OneOf(
        Gen.Elements(Acts.All.Values.Select(a => a.Intent).Where(i => i is not (Intent.Snooze or Intent.Shown or Intent.Settle)).ToArray()),
        Gen.Elements<Intent>(new Intent.Accept(), new Intent.Touch(), new Intent.WakeUp(), new Intent.Undo(), new Intent.Pause("Away"), new Intent.Resume()),
        from code in Gen.Elements("wrong_owner", "duplicate", "missing_data", "too_small", "do_not_contact", "other", "no_such")
        from comment in Gen.Elements(null, " ", "In own words")
        from followUp in Gen.Elements(null, "ben@baton.example", "Cleo Fry", "Nobody")
        select (Intent)new Intent.Reject(code, comment, followUp),
        from code in Gen.Elements("bad_timing", "unreachable", "no_budget", "no_such")
        from days in Gen.Choose(-1, 900)
        select (Intent)new Intent.Recycle(code, days == 0 ? null : DateOnly.FromDateTime(A.Morning.UtcDateTime).AddDays(days)),
        from to in Gen.Elements(Addressees)
        from pool in Gen.Elements(null, "sales", "field", "no such pool")
        from mode in Gen.Choose(0, 2)
        select mode == 0 ? new Intent.Assign(to!.Value) : (Intent)new Intent.PassOn(mode == 1 ? to : null, pool),
        from hours in Gen.Choose(-1, 800)
        select (Intent)new Intent.Snooze(A.Morning.AddHours(hours)),
        from amount in Gen.Elements<decimal?>(null, -1, 0, 12345.67m)
        from currency in Gen.Elements(null, "JPY", "usd", "yen!")
        select (Intent)new Intent.Win(amount, currency),
        from uphold in Gen.Elements(true, false)
        select (Intent)new Intent.DecideContest(uphold),
        from number in Gen.Choose(1, 3)
        select (Intent)new Intent.Remark("Any text", $"m{number}"),
        from number in Gen.Choose(1, 3)
        from later in Gen.Choose(-2, 2)
        select (Intent)new Intent.EditRemark("Another text", $"m{number}", A.Morning.AddMinutes(later)),
        from number in Gen.Choose(1, 9)
        select (Intent)new Intent.DeleteRemark($"m{number}"),
        from outcome in Gen.Elements(Enum.GetValues<NudgeOutcome>())
        select (Intent)new Intent.Settle("000002-nudge-owner", Staff.Aoi.Email, outcome),
        Gen.Constant((Intent)new Intent.Shown(new Place("console", "sales"), "m1")));

    /// <summary>A handoff after such a history.</summary>
    public static Gen<HandoffStory> Story { get; } =
        from terms in Gen.Elements(AllTerms)
        from lead in Gen.Elements(A.Lead(), A.Lead(), A.IncompleteLead(), A.Lead() with { Owner = Staff.Ben.Email }, A.Lead() with { QualifiedAt = A.Morning.AddYears(-2), Score = 95 })
        from related in Gen.Elements(true, false)
        from steps in Gen.ListOf(Step(), 30)
        select Play(related ? Related(HandoffStory.Of(lead, terms)) : HandoffStory.Of(lead, terms), steps);

    /// <summary>Checks that something holds for every history.</summary>
    public static void Check(Action<HandoffStory> holds) => Prop.ForAll(Story.ToArbitrary(), story =>
    {
        holds(story);
        return true;
    }).QuickCheckThrowOnFailure();

    private static HandoffStory Related(HandoffStory story) => new(story.Terms, story.Now,
    [
        ((HandoffEvent.Received)story.Timeline[0]) with { Relatives = [new RelatedHandoff(Acts.Relative, HandoffState.Won, false, "Another contact", null, A.Morning.AddDays(-9))] },
    ]);

    // The likely person wants it most of the time, and every third act moves the handoff on, so that histories come far.
    private static Gen<(Intent Wish, Person? By, int Minutes, int Onward)> Step() =>
        from wish in Wish
        from actor in Gen.Frequency((2, Gen.Constant((Person?)null)), (1, Gen.Elements(Staff.All.ToArray()).Select(p => (Person?)p)))
        from minutes in Gen.Frequency((3, Gen.Choose(0, 90)), (2, Gen.Choose(0, 3 * 1440)), (1, Gen.Choose(0, 100 * 1440)))
        from onward in Gen.Choose(-40, 20)
        select (wish, actor, minutes, onward);

    private static HandoffStory Play(HandoffStory story, IEnumerable<(Intent Wish, Person? By, int Minutes, int Onward)> steps)
    {
        foreach (var (random, by, minutes, onward) in steps)
        {
            story = story.After(TimeSpan.FromMinutes(minutes));
            var wish = onward > 0 ? Onward(story, onward) : random;
            var person = by ?? Likely(story, wish);
            var meant = wish is Intent.Snooze ? new Intent.Snooze(story.Now.AddHours(3)) : wish;
            if (story.Decide(meant, person) is Decision.Happens) story = story.Does(person, meant);
        }

        return story;
    }

    private static Intent Onward(HandoffStory story, int which)
    {
        var moves = Acts.All.Values.Select(a => a.Intent)
            .Where(i => story.Decide(i, Likely(story, i)) is Decision.Happens { Events: [var first, ..] } && (i is Intent.Contest or Intent.DecideContest || Fold.Apply(story.Handoff, first).State != story.Handoff.State))
            .ToList();
        return moves.Count == 0 ? new Intent.WakeUp() : moves[which % moves.Count];
    }

    private static Person Likely(HandoffStory story, Intent wish) =>
        Acts.All[wish.GetType().Name].By is var usual && usual != Staff.Aoi && usual != Staff.Ben ? usual
        : Staff.All.FirstOrDefault(p => p.Email == (story.Handoff.Owner ?? story.Handoff.OfferedTo ?? story.Handoff.Undoable?.By)) ?? Staff.Aoi;
}
