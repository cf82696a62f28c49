using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;

namespace Baton.Bot.Demo;

/// <summary>What the simulated colleagues do with a lead, and when: most take it, some refuse it, some leave it to the ladder.</summary>
internal sealed class DemoColleagues(Terms terms, Random chance)
{
    private static readonly (string Code, string En, string Ja)[] Refusals =
    [
        ("too_small", "Under 20 people; our minimum is 50.", "従業員20名未満で、対象の50名に届きません。"),
        ("low_intent", "Only collecting material for a report.", "レポート用の情報収集とのことです。"),
        ("no_authority", "An intern; asked us to talk to the head of IT.", "インターンの方で、情シス部長へ連絡してほしいとのこと。"),
        ("wrong_industry", "Public sector, which we do not serve.", "官公庁のため対象外です。"),
        ("bad_contact_data", "The number belongs to somebody else.", "電話番号が別の方につながります。"),
        ("existing_customer", "Customer since 2024, sent to their account manager.", "2024年からのお客様です。担当へ連携しました。"),
        ("student_or_research", "Thesis at a university.", "大学の卒業論文の調査でした。"),
    ];

    /// <summary>What is done first with a handoff that was just offered; null for one that nobody looks at.</summary>
    public DemoAct? First(Handoff handoff, DateTimeOffset now)
    {
        if (handoff.State != HandoffState.Offered || Rep(handoff) is not { } rep)
        {
            return null;
        }

        return chance.NextDouble() switch
        {
            < 0.52 => Later(handoff, now, rep, 5, 200, new Intent.Accept()),
            < 0.78 => Later(handoff, now, rep, 10, 220, Refusal(rep)),
            _ => null,
        };
    }

    /// <summary>What follows on what was done.</summary>
    public DemoAct? Then(Handoff handoff, Intent done, DateTimeOffset now)
    {
        var owner = handoff.Owner is { } email ? terms.Roster.Find(email) : null;
        return done switch
        {
            Intent.Accept when owner is not null => Later(handoff, now, owner, 20, 700, new Intent.Touch("Called back")),
            Intent.Touch when owner is not null => Later(handoff, now, owner, 60, 1200, AfterContact()),
            Intent.Qualify when owner is not null && chance.NextDouble() < 0.6 => Later(handoff, now, owner, 200, 1500, chance.NextDouble() < 0.55 ? new Intent.Win(chance.Next(4, 40) * 100_000m, "JPY") : new Intent.Lose("Chose another vendor")),
            Intent.Reject when Marketer(handoff) is { } marketer => chance.NextDouble() switch
            {
                < 0.3 => Later(handoff, now, marketer, 20, 160, new Intent.Contest("They asked for a quote last week; please look again.")),
                < 0.7 => Later(handoff, now, marketer, 20, 160, new Intent.Acknowledge()),
                _ => null,
            },
            Intent.Contest when terms.Roster.ManagersOf(handoff.Route.Pool) is [var manager, ..] => Later(handoff, now, manager, 20, 200, new Intent.DecideContest(chance.NextDouble() < 0.5)),
            _ => null,
        };
    }

    private static readonly Intent[] Outcomes = [new Intent.Qualify(), new Intent.Recycle("bad_timing", null, "Next fiscal year."), new Intent.Disqualify("no_fit", "Needs on-premises only.")];

    private Intent AfterContact() => Outcomes[chance.NextDouble() switch { < 0.55 => 0, < 0.8 => 1, _ => 2 }];

    private Intent.Reject Refusal(Person rep)
    {
        var (code, en, ja) = Refusals[chance.Next(Refusals.Length)];
        return new Intent.Reject(code, rep.Locale == "ja" ? ja : en);
    }

    private Person? Rep(Handoff handoff)
    {
        var members = terms.Roster.MembersOf(handoff.Route.Pool).Where(p => handoff.OfferedTo is null || handoff.OfferedTo == p.Email).ToList();
        return members.Count == 0 ? null : members[chance.Next(members.Count)];
    }

    private Person? Marketer(Handoff handoff) =>
        terms.Roster.People.FirstOrDefault(p => p.Is(Roles.Marketer) && (p.Locale == "ja") == (handoff.Route.Pool == "japan"));

    private DemoAct.Click? Later(Handoff handoff, DateTimeOffset now, Person who, int fromMinutes, int toMinutes, Intent intent) =>
        terms.CalendarOf(who.Email).Add(now, TimeSpan.FromMinutes(chance.Next(fromMinutes, toMinutes))) is { } at
            ? new DemoAct.Click(at, handoff.Id, who.Email, intent)
            : null;
}
