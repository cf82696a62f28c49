using System.Text.Json;
using Baton.Handoffs.Handoffs;

namespace Baton.Bot.Api;

/// <summary>The least of a handoff: which one, where it stands, who has it.</summary>
internal static class HandoffJsonView
{
    /// <summary>As members of the object that is being written.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Handoff handoff)
    {
        json.WriteString("handoff"u8, handoff.Id.Value);
        WriteStanding(json, handoff);
    }

    /// <summary>State, version and owner.</summary>
    internal static void WriteStanding(Utf8JsonWriter json, Handoff handoff)
    {
        json.WriteString("state"u8, handoff.State.ToString());
        json.WriteNumber("version"u8, handoff.Version);
        json.WriteString("owner"u8, handoff.Owner?.Value);
    }
}
