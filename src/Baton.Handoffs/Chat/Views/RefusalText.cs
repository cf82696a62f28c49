using System.Globalization;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Refusals;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Says a refusal to a person.</summary>
public static class RefusalText
{
    /// <summary>The sentence in a language; instants in the given IANA zone.</summary>
    public static string Of(Refusal why, string locale, string timeZone, Terms terms)
    {
        var texts = Texts.Of<RefusalTexts>(locale);
        var say = new Wording(Texts.Nearest(locale), terms);
        string Name(EmailAddress? email) => email is { } it ? terms.Roster.NameOf(it) : texts["nobody"];
        return why switch
        {
            Refusal.AlreadyTaken it => texts.Format(why.Code, Name(it.By), Clock(it.At, timeZone, texts)),
            Refusal.NotNow it => texts.Format(why.Code, say.State(it.State)),
            Refusal.AlreadyDecided it => texts.Format(why.Code, say.State(it.State), Name(it.By)),
            Refusal.NotYourRole it => texts.Format(why.Code, texts["role." + it.Needed]),
            Refusal.NotYourPool it => texts.Format(why.Code, it.Pool),
            Refusal.NotYours it => texts.Format(why.Code, Name(it.Owner)),
            Refusal.OfferedToSomeoneElse it => texts.Format(why.Code, Name(it.To)),
            Refusal.UnknownReason it => texts.Format(why.Code, LeadText.OneLine(it.Given, 60), string.Join(", ", it.Known.Select(r => r.Code))),
            Refusal.TooFewAttempts it => texts.Format(why.Code, it.Made, it.Required),
            Refusal.UnknownPerson it => texts.Format(why.Code, LeadText.OneLine(it.Given, 60)),
            Refusal.UnknownPool it => texts.Format(why.Code, LeadText.OneLine(it.Given, 60)),
            Refusal.DateOutOfRange it => texts.Format(why.Code, Day(it.From), Day(it.To)),
            Refusal.StillMissing it => texts.Format(why.Code, say.Fields(it.Fields)),
            Refusal.PersonAway { Until: { } until } it => texts.Format("personAway.until", Name(it.Who), Date(until, timeZone)),
            Refusal.PersonAway it => texts.Format("personAway.forGood", Name(it.Who)),
            Refusal.NotAway it => texts.Format(why.Code, Name(it.Who)),
            Refusal.SeveralPeople it => texts.Format(why.Code, LeadText.OneLine(it.Given, 60), string.Join(", ", it.Who)),
            Refusal.PauseUnchanged it => texts[$"{why.Code}.{it.Paused}"],
            _ => texts[why.Code],
        };
    }

    private static string Date(DateTimeOffset at, string timeZone) =>
        Day(DateOnly.FromDateTime(Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc).ToDateTimeUnspecified()));

    private static string Clock(DateTimeOffset at, string timeZone, Texts texts)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) ?? DateTimeZone.Utc;
        return Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeUnspecified().ToString("t", texts.Culture);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
