using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.People;
using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Funnel.Reports;

/// <summary><c>/funnel settings</c>: what applies to the asker, and for managers the policies in force.</summary>
public static class SettingsReport
{
    /// <summary>The answer.</summary>
    public static FunnelReport Of(Terms terms, FunnelScene scene)
    {
        var texts = scene.Texts;
        IReadOnlyList<CardSection> sections =
        [
            new CardSection.Heading(texts["SettingsTitle"]),
            new CardSection.FactList([.. Personal(terms, scene, texts)]),
            .. scene.Asker.Is(Roles.Manager | Roles.Operator)
                ? [new CardSection.Heading(texts["PoliciesTitle"], 2), new CardSection.FactList([.. Policies(terms, texts)])]
                : Array.Empty<CardSection>(),
        ];
        return FunnelReport.Of(texts, texts["SettingsTitle"], sections, null);
    }

    private static IEnumerable<CardFact> Personal(Terms terms, FunnelScene scene, Texts texts)
    {
        var asker = scene.Asker;
        yield return new CardFact(texts["SettingsName"], Line.Of(new Span.Someone(asker.Email, asker.Name)));
        yield return new CardFact(texts["SettingsRoles"], RolesOf(asker, texts));
        yield return new CardFact(texts["SettingsPools"], asker.Pools.Count == 0 ? texts["Nothing"] : Phrase.Join(texts["ListSeparator"], asker.Pools.Select(p => Line.Quote(p))));
        yield return new CardFact(texts["SettingsLanguage"], texts.Locale == "ja" ? texts["SettingsLanguageJa"] : texts["SettingsLanguageEn"]);
        yield return new CardFact(texts["SettingsZone"], asker.TimeZone);
        yield return new CardFact(texts["SettingsCalendar"], Working(terms.CalendarOf(asker.Email), scene.Now, texts));
        yield return new CardFact(texts["SettingsStatus"], Absent(asker, scene.Now, texts));
    }

    private static Line RolesOf(Person asker, Texts texts)
    {
        var names = new[]
        {
            (Roles.Rep, texts["SettingsRoleRep"]), (Roles.Marketer, texts["SettingsRoleMarketer"]),
            (Roles.Manager, texts["SettingsRoleManager"]), (Roles.Operator, texts["SettingsRoleOperator"]),
        }.Where(r => asker.Is(r.Item1)).Select(r => r.Item2).ToList();
        return names.Count == 0 ? texts["SettingsGuest"] : string.Join(texts["ListSeparator"], names);
    }

    private static Line Absent(Person asker, DateTimeOffset now, Texts texts) => !asker.IsAway(now) ? texts["SettingsHere"]
        : asker.Absence!.Until is { } until ? Phrase.Of(texts, "SettingsAway", new Span.Moment(until, MomentStyle.Date))
        : texts["SettingsGone"];

    // The line of the calendar that applies next says more than its name.
    private static Line Working(WorkingCalendar calendar, DateTimeOffset now, Texts texts) => calendar.NextOpen(now) is { } open
        ? Phrase.Of(texts, "SettingsHours", new Span.Quoted(calendar.Name), calendar.Intervals(open, open.AddMinutes(1)).First().Hours)
        : Phrase.Of(texts, "SettingsNever", new Span.Quoted(calendar.Name));

    private static IEnumerable<CardFact> Policies(Terms terms, Texts texts)
    {
        foreach (var kind in Enum.GetValues<ClockKind>())
        {
            var name = Labels.Clock(texts, kind.ToString().ToLowerInvariant());
            var (normal, hot) = (Policy(terms, kind, "normal"), Policy(terms, kind, "hot"));
            yield return new CardFact(Text(name), Clock(normal, texts));
            if (hot != normal)
            {
                yield return new CardFact(texts.Format("PolicyHotClock", Text(name)), Clock(hot, texts));
            }
        }

        var last = terms.FallbackOwner is { } fallback ? Line.Of(new Span.Someone(fallback, terms.Roster.NameOf(fallback))) : texts["PolicyManagers"];
        yield return new CardFact(texts["PolicyHops"], Phrase.Of(texts, "PolicyHopsCount", terms.HopLimit, last));
        yield return new CardFact(texts["PolicyHandBack"], texts.Format("PolicyHandBackDays", terms.HandBackAfter.TotalDays));
        yield return new CardFact(texts["PolicyReview"], terms.ReviewZone);
    }

    private static ClockPolicy Policy(Terms terms, ClockKind kind, string tier) => terms.Sla.For(kind, new SlaSubject(tier, "", null, null));

    private static Line Clock(ClockPolicy policy, Texts texts) => Phrase.Of(
        texts,
        "PolicyClock",
        Shown.Time(texts, policy.Target),
        new Span.Quoted(policy.Calendar),
        string.Join(texts["ListSeparator"], policy.Ladder.Select(s => s.Percent + "%")));

    private static string Text(Line line) => string.Concat(line.Spans.OfType<Span.Plain>().Select(s => s.Text));
}
