using System.Text.Json.Serialization;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>What figures can be grouped and filtered by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Dimension>))]
public enum Dimension
{
    /// <summary>Where leads come from.</summary>
    Source,

    /// <summary>The campaign.</summary>
    Campaign,

    /// <summary>The owner.</summary>
    Rep,

    /// <summary>The pool.</summary>
    Team,

    /// <summary>The industry.</summary>
    Segment,

    /// <summary>The band of the score: 0-19, 20-39, 40-59, 60-79, 80-100.</summary>
    Score,

    /// <summary>The country.</summary>
    Region,
}
