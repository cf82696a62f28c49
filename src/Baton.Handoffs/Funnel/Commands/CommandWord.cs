using System.Text.Json.Serialization;

namespace Baton.Handoffs.Funnel.Commands;

/// <summary>The commands of <c>/funnel</c>, in the order in which help lists them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandWord>))]
public enum CommandWord
{
    /// <summary>The funnel's figures; what is meant when no command is named.</summary>
    Overview,

    /// <summary>Reject, recycle and disqualify reasons.</summary>
    Reasons,

    /// <summary>The clocks.</summary>
    Sla,

    /// <summary>Sales velocity.</summary>
    Velocity,

    /// <summary>What is open.</summary>
    Queue,

    /// <summary>What the asker has.</summary>
    Mine,

    /// <summary>One lead with its history.</summary>
    Lead,

    /// <summary>Gives a lead to a rep.</summary>
    Assign,

    /// <summary>Stops a lead's clocks.</summary>
    Pause,

    /// <summary>Starts them again.</summary>
    Resume,

    /// <summary>Somebody is away.</summary>
    Away,

    /// <summary>Somebody is back.</summary>
    Back,

    /// <summary>A prospect that sales proposes.</summary>
    Suggest,

    /// <summary>What qualifies and who gets what.</summary>
    Rules,

    /// <summary>The weekly summary before it is posted.</summary>
    Digest,

    /// <summary>What the product could not deliver.</summary>
    Audit,

    /// <summary>The figures' rows as CSV.</summary>
    Export,

    /// <summary>Where the figures are.</summary>
    Dashboard,

    /// <summary>The asker's settings.</summary>
    Settings,

    /// <summary>Help.</summary>
    Help,
}
