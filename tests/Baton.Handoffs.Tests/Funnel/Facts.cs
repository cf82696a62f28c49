using System.Globalization;
using Baton.Handoffs.Funnel;
using Baton.Handoffs.Funnel.Periods;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Reasons;
using Baton.Handoffs.Leads;
using NodaTime;

namespace Baton.Handoffs.Tests.Funnel;

/// <summary>Builds facts. Days are days of November 2026 in Tokyo, at noon: 16 is the Monday of week 47.</summary>
internal static class Facts
{
    public static readonly DateTimeZone Tokyo = DateTimeZoneProviders.Tzdb["Asia/Tokyo"];

    /// <summary>Friday 2026-11-20, 14:30 in Tokyo.</summary>
    public static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T14:30:00+09:00", CultureInfo.InvariantCulture);

    public static DateTimeOffset Day(int day, int hour = 12) => new DateTimeOffset(2026, 11, 1, hour, 0, 0, TimeSpan.FromHours(9)).AddDays(day - 1);

    public static HandoffFact Offered(string name, int day, string source = "web", string? campaign = null) => new()
    {
        Id = HandoffId.For("test", name),
        Version = 1,
        State = HandoffState.Offered,
        Week = IsoWeek.Of(Day(day), Tokyo).ToString(),
        Source = source,
        Campaign = campaign,
        CompanyName = name,
        QualifiedAtSource = Day(day, 11),
        CreatedAt = Day(day),
        OfferedAt = Day(day),
    };

    public static HandoffFact Accepted(this HandoffFact fact, int day, string owner = "sato@example.com") =>
        fact with { State = HandoffState.Accepted, AcceptedAt = Day(day), DecidedAt = Day(day), Owner = EmailAddress.Parse(owner) };

    public static HandoffFact Rejected(this HandoffFact fact, int day, string reason, ReasonClass @class, string? comment = null) =>
        fact with { State = HandoffState.Rejected, RejectedAt = Day(day), DecidedAt = Day(day), Reason = reason, ReasonClass = @class, Comment = comment };

    /// <summary>Rejected, and then fixed or rerouted: offered again.</summary>
    public static HandoffFact RejectedAndOfferedAgain(this HandoffFact fact, int day, string reason, ReasonClass @class, string? comment = null, string by = "sato@example.com", string pool = "sales") =>
        fact with { EarlierRejections = [.. fact.EarlierRejections ?? [], new EarlierRejection(reason, @class, comment, EmailAddress.Parse(by), Day(day), pool)] };

    public static HandoffFact Contacted(this HandoffFact fact, int day) => fact with { State = HandoffState.Contacted, FirstTouchAt = Day(day) };

    public static HandoffFact Qualified(this HandoffFact fact, int day) => fact with { State = HandoffState.Qualified, QualifiedAt = Day(day) };

    public static HandoffFact Won(this HandoffFact fact, int day, decimal amount, string currency = "JPY") =>
        fact with { State = HandoffState.Won, ClosedAt = Day(day), Amount = amount, Currency = currency };

    public static HandoffFact Closed(this HandoffFact fact, HandoffState state, int day, string? reason = null, ReasonClass? @class = null) =>
        fact with { State = state, ClosedAt = Day(day), Reason = reason, ReasonClass = @class };

    public static HandoffFact With(this HandoffFact fact, params ClockFact[] clocks) => fact with { Clocks = clocks };
}
