using Baton.Handoffs.Funnel.Figures;
using Baton.Handoffs.Funnel.Reports;
using Baton.Handoffs.People;

namespace Baton.Handoffs.Chat.Views;

/// <summary>The top of a person's own page.</summary>
public static class HomeHeader
{
    /// <summary>The card, with the buttons that the person can press now.</summary>
    /// <param name="person">Whose page.</param>
    /// <param name="own">How many open handoffs the person has.</param>
    /// <param name="toTake">How many offers the person could take.</param>
    /// <param name="week">What the person did this week.</param>
    /// <param name="now">When.</param>
    public static Card Of(Person person, int own, int toTake, PersonalWeek week, DateTimeOffset now)
    {
        var locale = Texts.Nearest(person.Locale);
        var texts = Texts.Of<HomeTexts>(locale);
        var takes = person.Is(Roles.Rep | Roles.Manager);
        var waiting = own + toTake == 0 ? texts["home.nothing"] : texts.Format("home.waiting", own, toTake);
        var title = Phrase.Of(texts, "home.title", new Span.Someone(person.Email, person.Name));
        return new Card
        {
            Kind = CardKind.Report,
            Locale = locale,
            Summary = new Line([.. title.Spans, new Span.Plain(" · " + waiting)]),
            Sections =
            [
                new CardSection.Heading(title),
                new CardSection.Paragraph(person.Roles == Roles.None ? texts["home.guest"] : waiting),
                new CardSection.FactList([.. Facts(texts, person, takes, week, now)]),
            ],
            Actions = [.. Buttons(texts, person, now)],
        };
    }

    /// <summary>Where the person is: at work, away until a day, or gone.</summary>
    internal static Line Status(Texts texts, Person person, DateTimeOffset now) => !person.IsAway(now) ? texts["home.here"]
        : person.Absence!.Until is { } until ? Phrase.Of(texts, "home.awayUntil", new Span.Moment(until, MomentStyle.Date))
        : texts["home.gone"];

    private static IEnumerable<CardFact> Facts(Texts texts, Person person, bool takes, PersonalWeek week, DateTimeOffset now)
    {
        if (takes)
        {
            yield return new CardFact(texts["home.pools"], person.Pools.Count == 0 ? texts["home.noPools"] : string.Join(" · ", person.Pools));
        }

        yield return new CardFact(texts["home.status"], Status(texts, person, now));
        yield return new CardFact(texts["home.language"], texts["home.language." + texts.Locale]);
        if (takes)
        {
            yield return new CardFact(texts["home.week"], texts.Format("home.week.counts", week.Taken, week.InTime.Part, week.InTime.Whole, week.Rejected));
        }
    }

    private static IEnumerable<CardAction> Buttons(Texts texts, Person person, DateTimeOffset now)
    {
        if (person.IsAway(now))
        {
            yield return new CardAction { Verb = Verbs.Back, Label = texts["home.action.back"], Style = ActionStyle.Primary };
        }
        else if (person.Roles != Roles.None)
        {
            var tomorrow = PersonalDays.DayOf(person, now).AddDays(1);
            var until = new FormInput.Date("until", texts["home.until"], true, tomorrow);
            yield return new CardAction { Verb = Verbs.Away, Label = texts["home.action.away"], Form = new CardForm(texts["home.action.away"], [until], texts["home.save"]) };
        }

        var other = texts.Locale == "ja" ? "en" : "ja";
        yield return new CardAction { Verb = Verbs.Language, Label = texts["home.action.language"], Data = new Dictionary<string, string> { ["locale"] = other } };
    }
}
