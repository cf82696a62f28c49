using System.Text.Json.Nodes;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Kills;

/// <summary>The small company with targets of seconds, so that every step of every ladder is reached while the test looks.</summary>
internal static class HastyHouse
{
    public static void Settle(string folder) => SalesHouse.Settle(folder, settings => settings["Sla"] = JsonNode.Parse("""
        {
          "Accept": { "Target": "00:00:06", "Calendar": "always", "Tiers": { "hot": { "Target": "00:00:03" } } },
          "Contact": { "Target": "00:00:10", "Calendar": "always" },
          "Outcome": { "Target": "00:00:08", "Calendar": "always" }
        }
        """));
}
