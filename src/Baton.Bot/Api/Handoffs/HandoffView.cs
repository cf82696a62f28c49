using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Scoring;
using Route = Baton.Handoffs.Routing.Route;

namespace Baton.Bot.Api;

/// <summary>Everything of one handoff.</summary>
internal sealed record HandoffView
{
    /// <summary>Its id.</summary>
    public required HandoffId Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required HandoffState State { get; init; }

    /// <summary>How many events it has.</summary>
    public required int Version { get; init; }

    /// <summary>Which handoff of its lead, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The handoff that was recycled into this one.</summary>
    public HandoffId? Follows { get; init; }

    /// <summary>The handoff that this one was recycled into.</summary>
    public HandoffId? FollowedBy { get; init; }

    /// <summary>Who has it.</summary>
    public EmailAddress? Owner { get; init; }

    /// <summary>Whom alone it is offered to.</summary>
    public EmailAddress? OfferedTo { get; init; }

    /// <summary>The lead.</summary>
    public required Lead Lead { get; init; }

    /// <summary>Required fields that are missing.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Its score, with the rules that made it.</summary>
    public required ScoreCard Score { get; init; }

    /// <summary>Its tier.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Who gets it, with the rules that were asked.</summary>
    public required Route Route { get; init; }

    /// <summary>Its clocks, each with its account.</summary>
    public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>No nudges until then.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The standing reason.</summary>
    public StandingReason? Reason { get; init; }

    /// <summary>Marketing's contest.</summary>
    public StandingContest? Contest { get; init; }

    /// <summary>When it comes back.</summary>
    public DateTimeOffset? ComesBackOn { get; init; }

    /// <summary>Attempts to reach the contact.</summary>
    public required int Attempts { get; init; }

    /// <summary>The opportunity's name.</summary>
    public string? Opportunity { get; init; }

    /// <summary>Amount won.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Its currency.</summary>
    public string? Currency { get; init; }

    /// <summary>When what happened.</summary>
    public required Milestones Milestones { get; init; }

    /// <summary>Everything that happened, oldest first.</summary>
    public required IReadOnlyList<HappenedView> Timeline { get; init; }

    /// <summary>What could not be delivered yet, or was given up.</summary>
    public required IReadOnlyList<UndeliveredView> Undelivered { get; init; }
}

/// <summary>One event.</summary>
/// <param name="Number">Its number from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Type">What, by its stable name.</param>
/// <param name="Text">The same as a sentence.</param>
internal sealed record HappenedView(int Number, DateTimeOffset At, EmailAddress By, string Type, string Text);

/// <summary>An effect that is in trouble.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What it is, by its stable name.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">What went wrong last.</param>
/// <param name="NotBefore">When it is tried again.</param>
/// <param name="GivenUp">Whether only a person can set it going again.</param>
internal sealed record UndeliveredView(string Id, string Type, int Attempts, string? Error, DateTimeOffset? NotBefore, bool GivenUp);
