using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Handoffs.Intents;

/// <summary>Something that somebody, or a timer, wants to happen to a handoff. Every (state, intent) pair has an answer.</summary>
public abstract record Intent
{
    private Intent()
    {
    }

    /// <summary>Take it (SAL).</summary>
    public sealed record Accept : Intent;

    /// <summary>Refuse it before contact.</summary>
    /// <param name="Code">A reject reason's code.</param>
    /// <param name="Comment">In own words; mandatory for some reasons.</param>
    /// <param name="FollowUp">The answer to the reason's one further question.</param>
    public sealed record Reject(string Code, string? Comment = null, string? FollowUp = null) : Intent;

    /// <summary>Give it to a colleague or to another pool.</summary>
    /// <param name="To">The colleague; null for a pool.</param>
    /// <param name="Pool">The pool; null for the present one.</param>
    /// <param name="Why">In own words.</param>
    public sealed record PassOn(EmailAddress? To, string? Pool = null, string? Why = null) : Intent;

    /// <summary>An owner puts it back to the pool.</summary>
    /// <param name="Why">In own words.</param>
    public sealed record HandBack(string? Why = null) : Intent;

    /// <summary>A manager offers it to one person.</summary>
    /// <param name="To">Who.</param>
    public sealed record Assign(EmailAddress To) : Intent;

    /// <summary>No nudges until then.</summary>
    /// <param name="Until">End of the quiet time; in the future, at most 30 days ahead.</param>
    public sealed record Snooze(DateTimeOffset Until) : Intent;

    /// <summary>An attempt to reach the contact; the first one is the first touch.</summary>
    /// <param name="Note">What came of it.</param>
    public sealed record Touch(string? Note = null) : Intent;

    /// <summary>Qualified by sales (SQL), an opportunity is open.</summary>
    /// <param name="Opportunity">Its name or number in the CRM.</param>
    public sealed record Qualify(string? Opportunity = null) : Intent;

    /// <summary>Not now: it comes back as a new handoff.</summary>
    /// <param name="Code">A recycle reason's code.</param>
    /// <param name="On">The day; null for the reason's own number of days.</param>
    /// <param name="Comment">In own words.</param>
    public sealed record Recycle(string Code, DateOnly? On = null, string? Comment = null) : Intent;

    /// <summary>No, for good.</summary>
    /// <param name="Code">A disqualify reason's code.</param>
    /// <param name="Comment">In own words.</param>
    public sealed record Disqualify(string Code, string? Comment = null) : Intent;

    /// <summary>The opportunity was won.</summary>
    /// <param name="Amount">At least 0; null when not known.</param>
    /// <param name="Currency">ISO 4217 code.</param>
    public sealed record Win(decimal? Amount, string? Currency) : Intent;

    /// <summary>The opportunity was lost.</summary>
    /// <param name="Why">In own words.</param>
    public sealed record Lose(string? Why = null) : Intent;

    /// <summary>Marketing takes it back.</summary>
    /// <param name="Why">In own words.</param>
    public sealed record Withdraw(string? Why = null) : Intent;

    /// <summary>Take back one's own accept or reject.</summary>
    public sealed record Undo : Intent;

    /// <summary>Marketing does not agree with a rejection: a manager decides.</summary>
    /// <param name="Comment">Why; mandatory.</param>
    public sealed record Contest(string Comment) : Intent;

    /// <summary>A manager decides a contest.</summary>
    /// <param name="Uphold">True offers the lead again; false lets the rejection stand.</param>
    /// <param name="Comment">Why.</param>
    public sealed record DecideContest(bool Uphold, string? Comment = null) : Intent;

    /// <summary>Marketing has fixed the lead and offers it again.</summary>
    /// <param name="Fix">The fields that change; null ones stay.</param>
    public sealed record Resubmit(LeadFix Fix) : Intent;

    /// <summary>Marketing has read a rejection.</summary>
    public sealed record Acknowledge : Intent;

    /// <summary>Somebody wrote about it.</summary>
    /// <param name="Text">What.</param>
    /// <param name="MessageId">The platform's id of the message: the same one counts once.</param>
    public sealed record Remark(string Text, string MessageId) : Intent;

    /// <summary>Somebody changed what they wrote about it.</summary>
    /// <param name="Text">The new text.</param>
    /// <param name="MessageId">The platform's id of the message.</param>
    /// <param name="WrittenAt">When the new text was written: of two texts of one message the later one counts.</param>
    public sealed record EditRemark(string Text, string MessageId, DateTimeOffset WrittenAt) : Intent;

    /// <summary>A message about it was deleted, for good.</summary>
    /// <param name="MessageId">The platform's id of the message.</param>
    public sealed record DeleteRemark(string MessageId) : Intent;

    /// <summary>Stop the clocks.</summary>
    /// <param name="Why">Mandatory.</param>
    public sealed record Pause(string Why) : Intent;

    /// <summary>Let the clocks run again.</summary>
    public sealed record Resume : Intent;

    /// <summary>The same person came again from marketing while this handoff lives.</summary>
    /// <param name="Source">The newcomer's source.</param>
    /// <param name="ExternalId">The newcomer's external id.</param>
    /// <param name="Latest">What the person did since.</param>
    public sealed record Repeat(string Source, string ExternalId, IReadOnlyList<Engagement> Latest) : Intent;

    /// <summary>A timer fired: do what is due.</summary>
    public sealed record WakeUp : Intent;

    /// <summary>A card was posted.</summary>
    /// <param name="Place">Where.</param>
    /// <param name="MessageId">The platform's id.</param>
    public sealed record Shown(Place Place, string MessageId) : Intent;

    /// <summary>What became of a nudge.</summary>
    /// <param name="Nudge">The effect's id.</param>
    /// <param name="Recipient">Whom it was for.</param>
    /// <param name="Outcome">What became of it.</param>
    public sealed record Settle(string Nudge, EmailAddress? Recipient, Events.NudgeOutcome Outcome) : Intent;

    /// <summary>Its person is to be forgotten.</summary>
    public sealed record Erase : Intent;

    /// <summary>The person of another handoff, which this one may name, is to be forgotten.</summary>
    /// <param name="Relative">The other handoff.</param>
    public sealed record ForgetRelative(HandoffId Relative) : Intent;
}

/// <summary>Fields that marketing corrects; null leaves a field as it is.</summary>
/// <param name="CompanyName">Company.</param>
/// <param name="ContactName">Name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Title">Job title.</param>
/// <param name="Phone">Phone.</param>
public sealed record LeadFix(string? CompanyName = null, string? ContactName = null, EmailAddress? Email = null, string? Title = null, string? Phone = null)
{
    /// <summary>
    /// The lead as its sender sent it again, with whatever was missing, or another lead of the same person, which completes this one and leaves it its name and
    /// its campaign; null for a correction by hand.
    /// </summary>
    public Lead? SentAgain { get; init; }

    /// <summary>Other fields by path, such as <c>company.employees</c>; null for none.</summary>
    public IReadOnlyDictionary<string, string>? Others { get; init; }

    /// <summary>The lead with the fields corrected.</summary>
    public Lead Mend(Lead lead) => (Others ?? new Dictionary<string, string>()).Aggregate(SentAgain is { } sent ? Complete(lead, sent) : MendKnown(lead), (mended, field) => mended.With(field.Key, field.Value));

    // What another lead of the person says is newer, and what it does not say stays. Its engagements were added when it came.
    private static Lead Complete(Lead lead, Lead sent) => (sent.Source, sent.ExternalId) == (lead.Source, lead.ExternalId) ? sent : lead with
    {
        Campaign = lead.Campaign ?? sent.Campaign,
        Qualified = sent.Qualified ?? lead.Qualified,
        Score = sent.Score ?? lead.Score,
        QualifiedAt = sent.QualifiedAt,
        Contact = lead.Contact with
        {
            Name = sent.Contact.Name ?? lead.Contact.Name,
            Email = sent.Contact.Email ?? lead.Contact.Email,
            Phone = sent.Contact.Phone ?? lead.Contact.Phone,
            Title = sent.Contact.Title ?? lead.Contact.Title,
            Locale = sent.Contact.Locale ?? lead.Contact.Locale,
            TimeZone = sent.Contact.TimeZone ?? lead.Contact.TimeZone,
        },
        Company = lead.Company with
        {
            Name = sent.Company.Name ?? lead.Company.Name,
            Domain = sent.Company.Domain ?? lead.Company.Domain,
            Industry = sent.Company.Industry ?? lead.Company.Industry,
            Employees = sent.Company.Employees ?? lead.Company.Employees,
            Country = sent.Company.Country ?? lead.Company.Country,
        },
        Need = sent.Need ?? lead.Need,
        Owner = sent.Owner ?? lead.Owner,
        Attributes = new Dictionary<string, string>([.. lead.Attributes.Where(a => !sent.Attributes.ContainsKey(a.Key)), .. sent.Attributes]),
    };

    private Lead MendKnown(Lead lead) => lead with
    {
        Company = lead.Company with { Name = CompanyName ?? lead.Company.Name },
        Contact = lead.Contact with
        {
            Name = ContactName ?? lead.Contact.Name,
            Email = Email ?? lead.Contact.Email,
            Title = Title ?? lead.Contact.Title,
            Phone = Phone ?? lead.Contact.Phone,
        },
    };
}
