using System.Text.Json.Serialization;

namespace Baton.Handoffs.Funnel.Periods;

/// <summary>What sort of period it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodUnit>))]
public enum PeriodUnit
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>An ISO week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months from January, April, July or October.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Days from one to another, both included.</summary>
    Range,
}
