using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Reasons;
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

    // Kept for as long as their catalogue is: most forms are the same on every card of a language.
    private static readonly ConditionalWeakTable<ReasonCatalogue, ConcurrentDictionary<(string Verb, Texts Texts), CardForm?>> Known = [];

    /// <summary>The form of a button; null when it needs none. One that asks the same of every handoff is the same object each time.</summary>
    public static CardForm? Of(string verb, Situation at)
    {
        var texts = Texts.Of<CardTexts>(at.Reader.Locale);
        return OfHandoff(verb, texts, at) is { } inputs
            ? Form(verb, texts, inputs)
            : Known.GetOrCreateValue(at.Terms.Reasons).GetOrAdd(
                (verb, texts), static (key, reasons) => OfAll(key.Verb, key.Texts, reasons) is { } inputs ? Form(key.Verb, key.Texts, inputs) : null, at.Terms.Reasons);
    }

    private static CardForm Form(string verb, Texts texts, IReadOnlyList<FormInput> inputs) => new(texts["verb." + verb], inputs, texts["form.send"]);

    private static IReadOnlyList<FormInput>? OfHandoff(string verb, Texts texts, Situation at) => verb switch
    {
        Verbs.Recycle => [Reason(texts, [.. at.Terms.Reasons.Recycle.Where(r => r.AttemptsRequired <= at.Handoff.Attempts)]), new FormInput.Date("on", texts["form.on"], false), Comment(texts, false)],
        Verbs.PassOn => [Colleagues(texts, at, true), Why(texts)],
        Verbs.Assign => [Colleagues(texts, at, false)],
        Verbs.Snooze => [new FormInput.Date("until", texts["form.until"], true, Tomorrow(at))],
        Verbs.Resubmit => [.. Fix(texts, at.Handoff), .. Missing(new Wording(at.Reader.Locale, at.Terms), at.Handoff)],
        _ => null,
    };

    // It is not given the handoff: what is kept for all can have nothing of one in it.
    private static IReadOnlyList<FormInput>? OfAll(string verb, Texts texts, ReasonCatalogue reasons) => verb switch
    {
        Verbs.Reject => [Reason(texts, reasons.Reject), FollowUp(texts), Comment(texts, false)],
        Verbs.Disqualify => [Reason(texts, reasons.Disqualify), Comment(texts, false)],
        Verbs.HandBack or Verbs.Withdraw or Verbs.Lose => [Why(texts)],
        Verbs.Touch => [new FormInput.Text("note", texts["form.note"], false, true, MaxText)],
        Verbs.Qualify => [new FormInput.Text("opportunity", texts["form.opportunity"], false, false, MaxName)],
        Verbs.Win => [new FormInput.Text("amount", texts["form.amount"], false, false, 20), new FormInput.Text("currency", texts["form.currency"], false, false, 3, "JPY")],
        Verbs.Contest => [Comment(texts, true)],
        Verbs.Uphold or Verbs.Dismiss => [Comment(texts, false)],
        Verbs.Pause => [new FormInput.Text("why", texts["form.why"], true, true, MaxText)],
        _ => null,
    };

    // In the reader's own zone: in Sydney the day has begun long before it has in UTC.
    private static DateOnly Tomorrow(Situation at)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(at.Reader.Person?.TimeZone ?? at.Terms.ReviewZone) ?? DateTimeZone.Utc;
        return at.Now.ToInstant().InZone(zone).Date.PlusDays(1).ToDateOnly();
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

    private static FormInput.Choice Colleagues(Texts texts, Situation at, bool withPool)
    {
        var options = at.Colleagues.Select(p => new ChoiceOption(p.Email.Value, p.Name)).ToList();
        if (withPool)
        {
            var pools = at.Terms.Roster.People.SelectMany(p => p.Pools).Distinct(StringComparer.Ordinal).Where(p => at.Terms.PoolRoute(p) is not null);
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
