using System.Globalization;
using Baton.Handoffs.Chat.Views;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using NodaTime;

namespace Baton.Handoffs.Chat.Desk;

/// <summary>A person's own page, and its buttons. It reads what is open and the facts of two weeks, and the handoffs that it lists.</summary>
public sealed class HomeDesk(IFacts facts, IHandoffStore store, PeopleDesk people, Terms terms, TimeProvider time)
{
    /// <summary>The page as it stands.</summary>
    public async Task<HomeView> HomeAsync(EmailAddress actor, CancellationToken cancellation)
    {
        var (now, person) = (time.GetUtcNow(), terms.Roster.Anybody(actor));
        var open = await facts.OpenAsync(cancellation).ToListAsync(cancellation);
        var own = Sorted(open.Where(f => f.Owner == actor), now);
        var offers = Sorted(open.Where(f => f.IsOfferedTo(person)), now);
        var mine = await CardsAsync(own, HomeView.Limit, person, now, cancellation);
        var toTake = await CardsAsync(offers, HomeView.Limit - mine.Cards.Count, person, now, cancellation);
        var week = await WeekAsync(open, actor, now, cancellation);
        return new HomeView(
            HomeHeader.Of(person, mine.Cards.Count + mine.Unseen, toTake.Cards.Count + toTake.Unseen, week, now),
            [.. mine.Cards, .. toTake.Cards],
            mine.Unseen + toTake.Unseen);
    }

    /// <summary>Does what a button of the page says. The card of the answer is the page's header.</summary>
    public async Task<ClickAnswer> ClickAsync(PersonalClick click, CancellationToken cancellation)
    {
        var (now, person) = (time.GetUtcNow(), terms.Roster.Anybody(click.Actor));
        var texts = Texts.Of<HomeTexts>(person.Locale);
        switch (click.Verb)
        {
            case Verbs.Away when Given(click, "until") is not { } until:
                return Wrong("until", texts["home.required"]);
            case Verbs.Away when !DateOnly.TryParseExact(Given(click, "until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return Wrong("until", texts.Format("home.date", "2026-12-01"));
            case Verbs.Away:
                var back = DateOnly.ParseExact(Given(click, "until")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                return await AnswerAsync(await people.AwayAsync(person, back, person, now, cancellation), person, cancellation);
            case Verbs.Back:
                return await AnswerAsync(await people.BackAsync(person, person, now, cancellation), person, cancellation);
            case Verbs.Language:
                return await AnswerAsync(await people.SpeakAsync(person, Given(click, "locale") ?? "", cancellation), person, cancellation);
            default:
                return new ClickAnswer.NotFound(texts.Format("home.unknown", LeadText.OneLine(click.Verb, 40)));
        }
    }

    private async Task<ClickAnswer> AnswerAsync(PersonAnswer answer, Person person, CancellationToken cancellation)
    {
        if (answer is not PersonAnswer.Refused refused)
        {
            return new ClickAnswer.Done((await HomeAsync(person.Email, cancellation)).Header);
        }

        var why = RefusalText.Of(refused.Why, person.Locale, person.TimeZone, terms);
        return refused.Why is Handoffs.Refusals.Refusal.DateOutOfRange
            ? Wrong("until", why)
            : new ClickAnswer.Refused(why, (await HomeAsync(person.Email, cancellation)).Header);
    }

    // Facts follow a moment behind: what a handoff itself says counts, and one that is no longer the person's is left out.
    private async Task<(IReadOnlyList<Card> Cards, int Unseen)> CardsAsync(IReadOnlyList<OpenHandoff> rows, int limit, Person person, DateTimeOffset now, CancellationToken cancellation)
    {
        var (cards, seen) = (new List<Card>(), 0);
        foreach (var row in rows.TakeWhile(_ => cards.Count < limit))
        {
            seen++;
            if (await store.LoadAsync(row.Id, cancellation) is { } stored && IsFor(stored.Handoff, person))
            {
                cards.Add(CompactCard.Of(stored.Handoff, CardReader.Of(person), terms, now));
            }
        }

        return (cards, rows.Count - seen);
    }

    private static bool IsFor(Handoff handoff, Person person) => handoff.State switch
    {
        HandoffState.Offered => Permissions.ToTake(handoff, person) is null,
        HandoffState.Accepted or HandoffState.Contacted => handoff.Owner == person.Email,
        _ => false,
    };

    private async Task<PersonalWeek> WeekAsync(IReadOnlyList<HandoffFact> open, EmailAddress actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var zone = DateTimeZoneProviders.Tzdb[terms.ReviewZone];
        var week = IsoWeek.Of(now, zone);
        var recent = new List<HandoffFact>();
        foreach (var cohort in new[] { week, week.Previous() })
        {
            recent.AddRange(await facts.OfWeekAsync(cohort.ToString(), cancellation).ToListAsync(cancellation));
        }

        return PersonalWeek.Count([.. recent, .. open], actor, week.In(zone));
    }

    private static IReadOnlyList<OpenHandoff> Sorted(IEnumerable<HandoffFact> facts, DateTimeOffset now) =>
        [.. OpenHandoff.ByDue(facts.Select(f => OpenHandoff.Of(f, now)).OfType<OpenHandoff>())];

    private static string? Given(PersonalClick click, string input) =>
        click.Inputs.TryGetValue(input, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static ClickAnswer.Invalid Wrong(string input, string why) => new(new Dictionary<string, string> { [input] = why });
}
