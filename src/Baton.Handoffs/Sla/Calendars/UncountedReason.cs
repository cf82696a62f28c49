using System.Text.Json.Serialization;

namespace Baton.Handoffs.Sla;

/// <summary>Why a clock did not count a stretch of time. Names are part of the API and stay as they are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UncountedReason>))]
public enum UncountedReason
{
    /// <summary>A working day, but before, between or after its hours.</summary>
    [JsonStringEnumMemberName("outsideHours")]
    OutsideHours,

    /// <summary>A weekday on which the calendar has no hours, such as the weekend.</summary>
    [JsonStringEnumMemberName("dayOff")]
    DayOff,

    /// <summary>A holiday on a weekday that otherwise has hours.</summary>
    [JsonStringEnumMemberName("holiday")]
    Holiday,

    /// <summary>Somebody paused the clock.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>The clock had stopped and was opened again later, because the decision was undone.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,
}
