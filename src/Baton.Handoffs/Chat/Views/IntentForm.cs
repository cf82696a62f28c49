using System.Globalization;
using Baton.Handoffs.Handoffs.Deciding;
using Baton.Handoffs.Handoffs.Intents;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using NodaTime;
using NodaTime.Extensions;

namespace Baton.Handoffs.Chat.Views;

/// <summary>Reads an action's name and its form's answers into an intent: the same for buttons on every platform and for the API.</summary>
public static class IntentForm
{
    private const int EndOfQuietHour = 9;

    /// <summary>The intent, or what is wrong with the answers by input id, in the reader's language; the id is empty for an unknown verb.</summary>
    public static IntentReading Read(string verb, IReadOnlyDictionary<string, string> inputs, Person actor, Terms terms)
    {
        var given = new Answers(inputs, Texts.Of<CardTexts>(Texts.Nearest(actor.Locale)));
        Intent? intent = verb switch
        {
            Verbs.Accept => new Intent.Accept(),
            Verbs.Reject => new Intent.Reject(given.Needed("reason"), given["comment"], given["followUp"]),
            Verbs.Touch => new Intent.Touch(given["note"]),
            Verbs.Qualify => new Intent.Qualify(given["opportunity"]),
            Verbs.Recycle => new Intent.Recycle(given.Needed("reason"), given.Date("on"), given["comment"]),
            Verbs.Disqualify => new Intent.Disqualify(given.Needed("reason"), given["comment"]),
            Verbs.Win => new Intent.Win(given.Amount("amount"), given.Amount("amount") is null ? null : given["currency"]),
            Verbs.Lose => new Intent.Lose(given["why"]),
            Verbs.PassOn => PassOn(given),
            Verbs.HandBack => new Intent.HandBack(given["why"]),
            Verbs.Assign => new Intent.Assign(given.Email("to", true) ?? default),
            Verbs.Snooze => new Intent.Snooze(given.Needed("until").Length > 0 && given.Date("until") is { } day ? Morning(day, actor, terms) : default),
            Verbs.Withdraw => new Intent.Withdraw(given["why"]),
            Verbs.Undo => new Intent.Undo(),
            Verbs.Contest => new Intent.Contest(given.Needed("comment")),
            Verbs.Uphold => new Intent.DecideContest(true, given["comment"]),
            Verbs.Dismiss => new Intent.DecideContest(false, given["comment"]),
            Verbs.Resubmit => new Intent.Resubmit(new LeadFix(given["companyName"], given["contactName"], given.Email("email", false), given["title"], given["phone"]) { Others = given.Paths() }),
            Verbs.Acknowledge => new Intent.Acknowledge(),
            Verbs.Pause => new Intent.Pause(given.Needed("why")),
            Verbs.Resume => new Intent.Resume(),
            _ => null,
        };
        return intent is null ? new IntentReading.Wrong(new Dictionary<string, string> { [""] = given.Texts.Format("unknownVerb", verb, string.Join(", ", Verbs.Acts)) })
            : given.Errors.Count > 0 ? new IntentReading.Wrong(given.Errors)
            : new IntentReading.Ok(intent);
    }

    private static Intent.PassOn PassOn(Answers given)
    {
        const string pool = "pool:";
        var to = given.Needed("to");
        return to.StartsWith(pool, StringComparison.Ordinal)
            ? new Intent.PassOn(null, to[pool.Length..], given["why"])
            : new Intent.PassOn(given.Email("to", true), null, given["why"]);
    }

    private static DateTimeOffset Morning(DateOnly day, Person actor, Terms terms)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(actor.TimeZone) ?? DateTimeZoneProviders.Tzdb[terms.ReviewZone];
        return zone.AtLeniently(day.ToLocalDate().At(new LocalTime(EndOfQuietHour, 0))).ToInstant().ToDateTimeOffset();
    }

    private sealed class Answers(IReadOnlyDictionary<string, string> inputs, Texts texts)
    {
        public Dictionary<string, string> Errors { get; } = [];

        public Texts Texts => texts;

        public string? this[string id] => inputs.TryGetValue(id, out var text) && !string.IsNullOrWhiteSpace(text) ? Shortened(text.Trim()) : null;

        public string Needed(string id)
        {
            if (this[id] is { } text)
            {
                return text;
            }

            Errors[id] = texts["invalid.required"];
            return "";
        }

        // A required field that no fixed question asks for is asked for by its path.
        public Dictionary<string, string> Paths() =>
            inputs.Keys.Where(id => LeadFields.IsPath(id) && this[id] is not null).ToDictionary(id => id, id => this[id]!);

        public DateOnly? Date(string id)
        {
            if (this[id] is not { } text)
            {
                return null;
            }

            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            Errors[id] = texts.Format("invalid.date", "2026-12-01");
            return null;
        }

        public decimal? Amount(string id)
        {
            if (this[id] is not { } text)
            {
                return null;
            }

            if (decimal.TryParse(text.Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount >= 0)
            {
                return amount;
            }

            Errors[id] = texts["invalid.amount"];
            return null;
        }

        public EmailAddress? Email(string id, bool needed)
        {
            if ((needed ? Needed(id) : this[id]) is not { Length: > 0 } text)
            {
                return null;
            }

            if (EmailAddress.TryParse(text, out var email))
            {
                return email;
            }

            Errors[id] = texts.Format("invalid.email", LeadText.OneLine(text, 60));
            return null;
        }

        private static string Shortened(string text) => text.Length <= Forms.MaxText ? text : text[..Forms.MaxText];
    }
}

/// <summary>What reading an action came to.</summary>
public abstract record IntentReading
{
    private IntentReading()
    {
    }

    /// <summary>Well-formed.</summary>
    public sealed record Ok(Intent Intent) : IntentReading;

    /// <summary>Not: what is wrong, by input id.</summary>
    public sealed record Wrong(IReadOnlyDictionary<string, string> Errors) : IntentReading;
}
