using System.Text.Json.Serialization;

namespace Baton.Handoffs.Sla;

/// <summary>The three SLA clocks. Names are stored with every handoff: they stay as they are, and new ones are added at the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockKind>))]
public enum ClockKind
{
    /// <summary>From offered to accepted or rejected. Stored as <c>accept</c>.</summary>
    [JsonStringEnumMemberName("accept")]
    Accept,

    /// <summary>From qualified at the source to first touch. Stored as <c>contact</c>.</summary>
    [JsonStringEnumMemberName("contact")]
    Contact,

    /// <summary>From first touch to qualified, recycled or disqualified. Stored as <c>outcome</c>.</summary>
    [JsonStringEnumMemberName("outcome")]
    Outcome,
}
