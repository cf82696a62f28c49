using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using Baton.Handoffs.People;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using Baton.Handoffs.Webhooks;

namespace Baton.Handoffs.Handoffs.Deciding;

/// <summary>What both departments agreed on: everything from the configuration that a decision depends on.</summary>
public sealed record Terms
{
    /// <summary>The longest snooze.</summary>
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(30);

    /// <summary>The furthest day on which a recycled lead may come back, in days.</summary>
    public const int FurthestRecycleDays = 730;

    /// <summary>Reject, recycle and disqualify reasons.</summary>
    public required ReasonCatalogue Reasons { get; init; }

    /// <summary>Targets and ladders, and the calendars that they run on.</summary>
    public required SlaPolicies Sla { get; init; }

    /// <summary>Everybody.</summary>
    public required Roster Roster { get; init; }

    /// <summary>How a lead is scored, checked and routed.</summary>
    public required Func<Lead, DateTimeOffset, Assessment> Assess { get; init; }

    /// <summary>The routing rules that are not asked of a lead that was assessed so, because an earlier one takes it, with what each would have said.</summary>
    public Func<Lead, Assessment, IReadOnlyList<RouteStep>> NotAsked { get; init; } = static (_, _) => [];

    /// <summary>The route to a pool of that name, or null when there is none.</summary>
    public required Func<string, Route?> PoolRoute { get; init; }

    /// <summary>Every pool with its places, as they are configured now.</summary>
    public IReadOnlyList<Route> Pools { get; init; } = [];

    /// <summary>How often the ladder may move a handoff on before it goes to the fallback owner.</summary>
    public int HopLimit { get; init; } = 2;

    /// <summary>Who gets what nobody took; null leaves it with the pool, and the manager is told.</summary>
    public EmailAddress? FallbackOwner { get; init; }

    /// <summary>What somebody accepted who is away for longer than this goes back to the pool when the absence begins.</summary>
    public TimeSpan HandBackAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>The channel with the feedback threads, where suggestions go too.</summary>
    public Place Marketing { get; init; } = new("console", "marketing");

    /// <summary>The zone of the weekly review, in which days and weeks are counted.</summary>
    public string ReviewZone { get; init; } = "Asia/Tokyo";

    /// <summary>Other systems that are told what happens.</summary>
    public IReadOnlyList<Hook> Hooks { get; init; } = [];

    /// <summary>The hook of that name, or null when there is none.</summary>
    public Hook? Hook(string name) => Hooks.FirstOrDefault(h => h.Name == name);

    /// <summary>All calendars.</summary>
    public CalendarBook Calendars => Sla.Calendars;

    /// <summary>The calendar of a person's working time: the person's own, else the default hours in the person's time zone.</summary>
    public WorkingCalendar CalendarOf(EmailAddress person) => Roster.Find(person) switch
    {
        { Calendar: { } name } => Calendars.Get(name),
        { TimeZone: var zone } => Calendars.FallbackIn(zone),
        null => Calendars.Fallback,
    };

    /// <summary>The policy of a clock for a lead.</summary>
    public ClockPolicy PolicyOf(ClockKind kind, Lead lead, Tier tier) =>
        Sla.For(kind, new SlaSubject(tier == Tier.Hot ? "hot" : "normal", lead.Source, lead.Company.Industry, lead.Company.Country));
}

/// <summary>What is found of a lead before it is handed over.</summary>
/// <param name="Score">Its score.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Qualified">Whether it is an MQL.</param>
/// <param name="Because">Why it is, or is not, in plain English (a technical trace).</param>
/// <param name="Missing">Required fields that are missing.</param>
/// <param name="Route">Who gets it.</param>
public sealed record Assessment(ScoreCard Score, Tier Tier, bool Qualified, string Because, IReadOnlyList<string> Missing, Route Route);
