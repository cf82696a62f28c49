using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Events;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Webhooks;

namespace Baton.Webhooks;

/// <summary>The handoff as it was right after the event, and what is particular to the event. Names are those of the HTTP API's view of a handoff.</summary>
internal sealed record HookData
{
    /// <summary>Its id.</summary>
    public required HandoffId Id { get; init; }

    /// <summary>Where it stood.</summary>
    public required HandoffState State { get; init; }

    /// <summary>The event's number: of two messages about one handoff the larger is the later.</summary>
    public required int Version { get; init; }

    /// <summary>Which handoff of its lead, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The handoff that was recycled into this one.</summary>
    public HandoffId? Follows { get; init; }

    /// <summary>Who did it.</summary>
    public required EmailAddress By { get; init; }

    /// <summary>Who had it.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>Whom alone it was offered to.</summary>
    public EmailAddress? OfferedTo { get; init; }

    /// <summary>What a CRM can know the lead by.</summary>
    public required HookLead Lead { get; init; }

    /// <summary>Required fields that were missing; null for none.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Its score.</summary>
    public required HookScore Score { get; init; }

    /// <summary>Its tier.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Who gets it.</summary>
    public required HookRoute Route { get; init; }

    /// <summary>The standing reason.</summary>
    public StandingReason? Reason { get; init; }

    /// <summary>When it comes back.</summary>
    public DateTimeOffset? ComesBackOn { get; init; }

    /// <summary>Attempts to reach the contact.</summary>
    public required int Attempts { get; init; }

    /// <summary>The opportunity's name.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Amount won.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its currency, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>When what happened.</summary>
    public required Milestones Milestones { get; init; }

    /// <summary>Of <see cref="HookTypes.Reoffered"/>: why.</summary>
    public ReofferCause? Cause { get; init; }

    /// <summary>Of <see cref="HookTypes.Undone"/>: <c>accept</c> or <c>reject</c>.</summary>
    public string? What { get; init; }

    /// <summary>Of <see cref="HookTypes.Reoffered"/>, <see cref="HookTypes.Lost"/> and <see cref="HookTypes.Withdrawn"/>: why, in somebody's own words.</summary>
    public string? Why { get; init; }

    /// <summary>Of <see cref="HookTypes.Breached"/>: which clock.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>Of <see cref="HookTypes.Breached"/>: how much of the target had passed, at least 100.</summary>
    public int? Percent { get; init; }

    /// <summary>What a call tells.</summary>
    public static HookData Of(HookCall call)
    {
        var it = call.After;
        return new HookData
        {
            Id = it.Id,
            State = it.State,
            Version = it.Version,
            Round = it.Round,
            Follows = it.Follows,
            By = call.Happened.By,
            Owner = it.Owner,
            OfferedTo = it.OfferedTo,
            Lead = HookLead.Of(it.Lead),
            Missing = it.Missing.Count > 0 ? it.Missing : null,
            Score = new HookScore(it.Score.Total, it.Score.Attributes, it.Score.Behaviour, it.Score.Engagement, it.Score.Given),
            Tier = it.Tier,
            Route = new HookRoute(it.Route.Pool),
            Reason = it.Reason,
            ComesBackOn = it.ComesBackOn,
            Attempts = it.Attempts,
            Opportunity = it.Opportunity,
            Amount = it.Amount,
            Currency = it.Currency,
            Milestones = it.Milestones,
            Cause = (call.Happened as HandoffEvent.Reoffered)?.Cause,
            What = (call.Happened as HandoffEvent.Undone)?.What,
            Why = call.Happened switch
            {
                HandoffEvent.Reoffered reoffered => reoffered.Why,
                HandoffEvent.Lost lost => lost.Why,
                HandoffEvent.Withdrawn withdrawn => withdrawn.Why,
                _ => null,
            },
            Clock = (call.Happened as HandoffEvent.StepReached)?.Clock,
            Percent = (call.Happened as HandoffEvent.StepReached)?.Percent,
        };
    }
}

/// <summary>What a CRM can know a lead by. Of an erased person there is neither id nor address.</summary>
internal sealed record HookLead(string? ExternalId, string Source, string? Campaign, HookContact Contact, HookCompany Company)
{
    internal static HookLead Of(Lead lead) => new(
        lead.ExternalId.Length > 0 ? lead.ExternalId : null, lead.Source, lead.Campaign, new HookContact(lead.Contact.Email), new HookCompany(lead.Company.Name, lead.Company.Domain));
}

/// <summary>The person, by address only.</summary>
internal sealed record HookContact(EmailAddress? Email);

/// <summary>The company.</summary>
internal sealed record HookCompany(string? Name, string? Domain);

/// <summary>The score with its parts.</summary>
internal sealed record HookScore(int Total, int Attributes, int Behaviour, int Engagement, int? Given);

/// <summary>The pool.</summary>
internal sealed record HookRoute(string Pool);
