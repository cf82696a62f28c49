using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.People;
using NodaTime;
using NodaTime.Extensions;

namespace Baton.Handoffs.Chat.Views;

/// <summary>What each button asks first.</summary>
internal static class Forms
{
    /// <summary>The longest text that a form takes, in characters: that of a Slack input.</summary>
    public const int MaxText = 3000;

    private const int MaxName = 200;

    private static readonly string[] Fixed = ["company.name", "contact.name", "contact.email", "contact.title", "contact.phone"];

    /// <summary>The form of a button; null when it needs none.</summary>
    public static CardForm? Of(string verb, Handoff handoff, CardReader reader, Terms terms, DateTimeOffset now)
    {
        var texts = Texts.Of<CardTexts>(reader.Locale);
        IReadOnlyList<FormInput>? inputs = verb switch
        {
            Verbs.Reject => [Reason(texts, terms.Reasons.Reject), FollowUp(texts), Comment(texts, false)],
            Verbs.Recycle => [Reason(texts, [.. terms.Reasons.Recycle.Where(r => r.AttemptsRequired <= handoff.Attempts)]), new FormInput.Date("on", texts["form.on"], false), Comment(texts, false)],
            Verbs.Disqualify => [Reason(texts, terms.Reasons.Disqualify), Comment(texts, false)],
            Verbs.PassOn => [Colleagues(texts, handoff, terms, now, true), Why(texts)],
            Verbs.Assign => [Colleagues(texts, handoff, terms, now, false)],
            Verbs.HandBack or Verbs.Withdraw or Verbs.Lose => [Why(texts)],
            Verbs.Snooze => [new FormInput.Date("until", texts["form.until"], true, Tomorrow(reader, terms, now))],
            Verbs.Touch => [new FormInput.Text("note", texts["form.note"], false, true, MaxText)],
            Verbs.Qualify => [new FormInput.Text("opportunity", texts["form.opportunity"], false, false, MaxName)],
            Verbs.Win => [new FormInput.Text("amount", texts["form.amount"], false, false, 20), new FormInput.Text("currency", texts["form.currency"], false, false, 3, "JPY")],
            Verbs.Contest => [Comment(texts, true)],
            Verbs.Uphold or Verbs.Dismiss => [Comment(texts, false)],
            Verbs.Resubmit => [.. Fix(texts, handoff), .. Missing(new Wording(reader.Locale, terms), handoff)],
            Verbs.Pause => [new FormInput.Text("why", texts["form.why"], true, true, MaxText)],
            _ => null,
        };
        return inputs is null ? null : new CardForm(texts["verb." + verb], inputs, texts["form.send"]);
    }

    /// <summary>Who else takes leads and is not away, those of its pool first.</summary>
    public static IReadOnlyList<Person> ColleaguesOf(Handoff handoff, Terms terms, DateTimeOffset now) =>
        [.. terms.Roster.People.Where(p => p.Is(Roles.Rep) && p.Email != handoff.Owner && !p.IsAway(now)).OrderByDescending(p => p.Pools.Contains(handoff.Route.Pool, StringComparer.Ordinal))];

    // In the reader's own zone: in Sydney the day has begun long before it has in UTC.
    private static DateOnly Tomorrow(CardReader reader, Terms terms, DateTimeOffset now)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(reader.Person?.TimeZone ?? terms.ReviewZone) ?? DateTimeZone.Utc;
        return now.ToInstant().InZone(zone).Date.PlusDays(1).ToDateOnly();
    }

    private static FormInput.Choice Reason(Texts texts, IReadOnlyList<Reason> reasons) => new(
        "reason",
        texts["form.reason"],
        true,
        [.. reasons.GroupBy(r => r.Class).Select(g => new ChoiceGroup(
            g.Key == ReasonClass.Other || reasons.All(r => r.Class == g.Key) ? "" : texts["class." + g.Key],
            [.. g.Select(r => new ChoiceOption(r.Code, r.Label(texts.Locale)))]))]);

    private static FormInput.Text FollowUp(Texts texts) => new("followUp", texts["form.followUp"], false, false, MaxName);

    private static FormInput.Text Comment(Texts texts, bool required) => new("comment", texts["form.comment"], required, true, MaxText, null, texts["form.commentHint"]);

    private static FormInput.Text Why(Texts texts) => new("why", texts["form.why"], false, true, MaxText);

    private static FormInput.Choice Colleagues(Texts texts, Handoff handoff, Terms terms, DateTimeOffset now, bool withPool)
    {
        var options = ColleaguesOf(handoff, terms, now).Select(p => new ChoiceOption(p.Email.Value, p.Name)).ToList();
        if (withPool)
        {
            var pools = terms.Roster.People.SelectMany(p => p.Pools).Distinct(StringComparer.Ordinal).Where(p => terms.PoolRoute(p) is not null);
            options.AddRange(pools.Select(p => new ChoiceOption("pool:" + p, texts.Format("form.poolInstead", p))));
        }

        return new FormInput.Choice("to", texts["form.person"], true, [new ChoiceGroup("", options)]);
    }

    /// <summary>What is missing beside the fields that every fix may change: paths of required fields.</summary>
    public static IEnumerable<string> OtherMissing(Handoff handoff) => handoff.Missing.Where(path => !Fixed.Contains(path, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<FormInput> Missing(Wording say, Handoff handoff) =>
        OtherMissing(handoff).Select(path => new FormInput.Text(path, say.Fields([path]), true, false, MaxName));

    private static IReadOnlyList<FormInput> Fix(Texts texts, Handoff handoff)
    {
        var (company, contact) = (handoff.Lead.Company, handoff.Lead.Contact);
        return
        [
            new FormInput.Text("companyName", texts["form.companyName"], false, false, MaxName, company.Name),
            new FormInput.Text("contactName", texts["form.contactName"], false, false, MaxName, contact.Name),
            new FormInput.Text("email", texts["email"], false, false, Leads.EmailAddress.MaxLength, contact.Email?.Value),
            new FormInput.Text("title", texts["form.title"], false, false, MaxName, contact.Title),
            new FormInput.Text("phone", texts["phone"], false, false, MaxName, contact.Phone),
        ];
    }
}
