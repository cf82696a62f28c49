using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Handoffs;

/// <summary>A well-formed example of every intent, and who is best placed to want it.</summary>
public static class Acts
{
    /// <summary>The handoff that some histories name as a relative.</summary>
    public static HandoffId Relative { get; } = HandoffId.For("web", "relative");

    /// <summary>By the intent's name; <c>Uphold</c> and <c>Dismiss</c> are the two ways of deciding a contest.</summary>
    public static IReadOnlyDictionary<string, (Intent Intent, Person By)> All { get; } = new Dictionary<string, (Intent, Person)>
    {
        ["Accept"] = (new Intent.Accept(), Staff.Ben),
        ["Reject"] = (new Intent.Reject("too_small"), Staff.Aoi),
        ["PassOn"] = (new Intent.PassOn(Staff.Ben.Email), Staff.Aoi),
        ["HandBack"] = (new Intent.HandBack(), Staff.Aoi),
        ["Assign"] = (new Intent.Assign(Staff.Ben.Email), Staff.Noor),
        ["Snooze"] = (new Intent.Snooze(A.Morning.AddDays(1)), Staff.Noor),
        ["Touch"] = (new Intent.Touch(), Staff.Aoi),
        ["Qualify"] = (new Intent.Qualify(), Staff.Aoi),
        ["Recycle"] = (new Intent.Recycle("bad_timing"), Staff.Aoi),
        ["Disqualify"] = (new Intent.Disqualify("no_need"), Staff.Aoi),
        ["Win"] = (new Intent.Win(1, "JPY"), Staff.Aoi),
        ["Lose"] = (new Intent.Lose(), Staff.Aoi),
        ["Withdraw"] = (new Intent.Withdraw(), Staff.Mika),
        ["Undo"] = (new Intent.Undo(), Staff.Aoi),
        ["Contest"] = (new Intent.Contest("No."), Staff.Mika),
        ["DecideContest"] = (new Intent.DecideContest(true), Staff.Noor),
        ["Resubmit"] = (new Intent.Resubmit(new LeadFix(Title: "部長")), Staff.Mika),
        ["Acknowledge"] = (new Intent.Acknowledge(), Staff.Mika),
        ["Remark"] = (new Intent.Remark("Thanks.", "m1"), Staff.Mika),
        ["EditRemark"] = (new Intent.EditRemark("Thanks!", "m1", A.Morning), Staff.Mika),
        ["DeleteRemark"] = (new Intent.DeleteRemark("m1"), Staff.Mika),
        ["Pause"] = (new Intent.Pause("They are away."), Staff.Noor),
        ["Resume"] = (new Intent.Resume(), Staff.Noor),
        ["Repeat"] = (new Intent.Repeat("web", "1", []), Person.Baton),
        ["WakeUp"] = (new Intent.WakeUp(), Person.Baton),
        ["Shown"] = (new Intent.Shown(new Place("console", "sales"), "m1"), Person.Baton),
        ["Settle"] = (new Intent.Settle("000001-nudge-owner", null, NudgeOutcome.Sent), Person.Baton),
        ["Erase"] = (new Intent.Erase(), Person.Baton),
        ["ForgetRelative"] = (new Intent.ForgetRelative(Relative), Person.Baton),
    };
}
