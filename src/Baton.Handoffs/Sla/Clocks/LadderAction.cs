using System.Text.Json.Serialization;

namespace Baton.Handoffs.Sla;

/// <summary>What a step of the ladder does. Names are stored with every handoff: they stay as they are, and new ones are added at the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LadderAction>))]
public enum LadderAction
{
    /// <summary>Nudges the owner, or the pool while nobody owns the handoff. Stored as <c>nudgeOwner</c>.</summary>
    [JsonStringEnumMemberName("nudgeOwner")]
    NudgeOwner,

    /// <summary>Nudges the owner and tells the manager. Stored as <c>nudgeOwnerAndManager</c>.</summary>
    [JsonStringEnumMemberName("nudgeOwnerAndManager")]
    NudgeOwnerAndManager,

    /// <summary>Offers the handoff to the pool again, without the previous owner. Stored as <c>returnToPool</c>.</summary>
    [JsonStringEnumMemberName("returnToPool")]
    ReturnToPool,

    /// <summary>Asks the manager to decide. Stored as <c>managerDecides</c>.</summary>
    [JsonStringEnumMemberName("managerDecides")]
    ManagerDecides,

    /// <summary>Asks the manager once more, because nobody has it and nobody decided; no ladder is configured with it. Stored as <c>managerAskedAgain</c>.</summary>
    [JsonStringEnumMemberName("managerAskedAgain")]
    ManagerAskedAgain,
}
