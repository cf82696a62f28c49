using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>A handoff with how it came about, built only by folding what was really decided. Immutable: each act gives a new story.</summary>
public sealed record HandoffStory(Terms Terms, DateTimeOffset Now, IReadOnlyList<HandoffEvent> Timeline)
{
    private readonly Lazy<Handoff> handoff = new(() => Fold.All(Timeline)!);

    /// <summary>The handoff as it stands.</summary>
    public Handoff Handoff => handoff.Value;

    public static HandoffStory Of(Lead lead, Terms terms, DateTimeOffset? now = null, int round = 1)
    {
        var at = now ?? A.Morning;
        return new HandoffStory(terms, at, [Receive.Lead(lead, terms.Assess(lead, at), round, null, Staff.Api, terms, at)]);
    }

    /// <summary>Time passes, and nothing happens.</summary>
    public HandoffStory After(TimeSpan time) => new(Terms, Now + time, Timeline);

    public HandoffStory At(DateTimeOffset instant) => new(Terms, instant, Timeline);

    /// <summary>Other terms apply from now on.</summary>
    public HandoffStory Under(Terms terms) => new(terms, Now, Timeline);

    public Decision Decide(Intent intent, Person by) => Baton.Handoffs.Handoffs.Deciding.Decide.On(Handoff, intent, by, Terms, Now);

    /// <summary>Somebody does something, which must be allowed.</summary>
    public HandoffStory Does(Person by, Intent intent) =>
        new(Terms, Now, [.. Timeline, .. Assert.IsType<Decision.Happens>(Decide(intent, by)).Events]);

    /// <summary>Somebody tries something, which must be refused.</summary>
    public Refusal Refuses(Person by, Intent intent) => Assert.IsType<Decision.Refused>(Decide(intent, by)).Why;

    public T Refuses<T>(Person by, Intent intent)
        where T : Refusal => Assert.IsType<T>(Refuses(by, intent));

    public HandoffStory AcceptedBy(Person rep) => Does(rep, new Intent.Accept());

    public HandoffStory RejectedBy(Person rep, string code = "too_small", string? comment = null, string? followUp = null) =>
        Does(rep, new Intent.Reject(code, comment, followUp));

    public HandoffStory TouchedBy(Person rep) => Does(rep, new Intent.Touch());

    public HandoffStory UndoneBy(Person rep) => Does(rep, new Intent.Undo());

    public HandoffStory ContestedBy(Person marketer) => Does(marketer, new Intent.Contest("They have 80 people."));

    public HandoffStory FixedBy(Person marketer) => Does(marketer, new Intent.Resubmit(new LeadFix(Title: "部長")));

    /// <summary>A timer fires.</summary>
    public HandoffStory WokenUp() => Does(Person.Baton, new Intent.WakeUp());

    /// <summary>Time passes, and every wake-up on the way is taken when it is due.</summary>
    public HandoffStory Until(DateTimeOffset instant)
    {
        var story = this;
        while (NextWake.Of(story.Handoff, Terms.Calendars) is { } due && due <= instant) story = story.At(due > story.Now ? due : story.Now).WokenUp();
        return story.At(instant);
    }
}
