using System.Text.Json.Serialization;

namespace Baton.Handoffs.Sla;

/// <summary>How a clock stands against its target. Names are part of the API and stay as they are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockStatus>))]
public enum ClockStatus
{
    /// <summary>Not stopped, and less than <see cref="ClockState.AtRiskPercent"/> of the target has elapsed.</summary>
    [JsonStringEnumMemberName("onTrack")]
    OnTrack,

    /// <summary>Not stopped, and at least <see cref="ClockState.AtRiskPercent"/> but not more than all of the target has elapsed.</summary>
    [JsonStringEnumMemberName("atRisk")]
    AtRisk,

    /// <summary>More than the target has elapsed, stopped or not.</summary>
    [JsonStringEnumMemberName("breached")]
    Breached,

    /// <summary>Stopped by what it waits for, with no more than the target elapsed.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>Stopped with no more than the target elapsed, because nobody waits for it any more: a lead that was rejected was not contacted in time.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
