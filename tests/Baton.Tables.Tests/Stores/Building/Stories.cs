using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Tables.Tests.Stores.Building;

/// <summary>A rich history for each state, and random ones.</summary>
internal static class Stories
{
    public static Story For(HandoffState state) => state switch
    {
        HandoffState.Returned => Story.Of(House.Lead() with { Contact = House.Lead().Contact with { Phone = null } }),
        HandoffState.Offered => Shown().Then(House.Rep, new Intent.Accept()).Then(House.Rep, new Intent.HandBack("昼休み"))
            .Then(House.Manager, new Intent.Assign(House.Colleague.Email)),
        HandoffState.Accepted => Accepted().Then(House.Rep, new Intent.Pause("waiting for an \"NDA\"")).Then(House.Rep, new Intent.Snooze(House.Monday.AddDays(3))),
        HandoffState.Rejected => Shown().Then(House.Rep, new Intent.Reject("other", "not ours, <!channel>")).Then(House.Marketer, new Intent.Contest("彼らは顧客です"))
            .Then(House.Manager, new Intent.DecideContest(false, "no")).Then(House.Marketer, new Intent.Acknowledge()),
        HandoffState.Contacted => Touched().Then(House.Rep, new Intent.Touch("語った")),
        HandoffState.Qualified => Qualified(),
        HandoffState.Recycled => Touched().Then(House.Rep, new Intent.Recycle("bad_timing", null, "来年")),
        HandoffState.Disqualified => Touched().Then(House.Rep, new Intent.Disqualify("no_need")),
        HandoffState.Won => Qualified().Then(House.Rep, new Intent.Win(1234567.89m, "jpy")),
        HandoffState.Lost => Qualified().Then(House.Rep, new Intent.Lose("price")),
        HandoffState.Withdrawn => Shown().Then(House.Marketer, new Intent.Withdraw("sent twice")),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no story for it."),
    };

    /// <summary>Up to 90 intents of anybody, most of them refused, hours or days apart.</summary>
    public static Story Random(int seed)
    {
        var random = new Random(seed);
        var story = Story.Of(House.Lead($"{seed}"));
        Person[] people = [House.Rep, House.Manager, House.Manager, House.Marketer, House.Colleague, Person.Baton];
        for (var i = random.Next(90); i > 0; i--)
            story.Then(people[random.Next(people.Length)], Any(random, story), random.Next(1, 40));
        return story;
    }

    private static Story Shown() => Story.Of().Then(Person.Baton, new Intent.Shown(Place.Parse("slack:C0123/sales"), "1699.0001"), 0.1);

    private static Story Accepted() => Shown().Then(House.Rep, new Intent.Accept()).Then(Person.Baton, new Intent.Repeat("web", "x/1", [new Engagement(House.Monday, "form", "again")]));

    private static Story Touched() => Accepted().Then(House.Rep, new Intent.Touch("called")).Then(Person.Baton, new Intent.WakeUp(), 30);

    private static Story Qualified() => Touched().Then(House.Rep, new Intent.Qualify("OPP-7 / 西"));

    private static Intent Any(Random random, Story story) => random.Next(22) switch
    {
        0 or 1 => new Intent.Accept(),
        2 => new Intent.Reject("wrong_owner", null, House.Colleague.Email.Value),
        3 => new Intent.Reject("too_small"),
        4 => new Intent.PassOn(null, "field-sales", "too big"),
        5 => new Intent.HandBack(),
        6 => new Intent.Assign(House.Rep.Email),
        7 => new Intent.Snooze(story.Now.AddDays(2)),
        8 or 9 => new Intent.Touch($"try {story.Handoff.Attempts}"),
        10 => new Intent.Qualify(),
        11 => new Intent.Recycle("no_budget"),
        12 => new Intent.Undo(),
        13 => new Intent.Contest("why"),
        14 => new Intent.DecideContest(true),
        15 => new Intent.Resubmit(new LeadFix(Title: $"title {story.Now:O}")),
        16 => new Intent.Remark("seen\u2028", $"m{story.Now.Ticks}"),
        17 => new Intent.Pause("because"),
        18 => new Intent.Resume(),
        19 => new Intent.Settle("000001-nudge-owner", House.Rep.Email, NudgeOutcome.Sent),
        20 => new Intent.Win(0.01m, "USD"),
        _ => new Intent.WakeUp(),
    };
}
