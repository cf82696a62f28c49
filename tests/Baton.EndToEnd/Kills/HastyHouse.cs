using System.Text.Json.Nodes;
using Baton.EndToEnd.Processes;

namespace Baton.EndToEnd.Kills;

/// <summary>The small company with targets of seconds, so that every step of every ladder is reached while the test looks.</summary>
internal static class HastyHouse
{
    /// <summary>Writes it into a working folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="connection">The store; a file in the folder when null.</param>
    public static void Settle(string folder, string? connection = null) => SalesHouse.Settle(folder, settings =>
    {
        settings["Store"]!["Connection"] = connection ?? settings["Store"]!["Connection"]!.GetValue<string>();
        settings["Sla"] = JsonNode.Parse("""
        {
          "Accept": { "Target": "00:00:06", "Calendar": "always", "Tiers": { "hot": { "Target": "00:00:03" } } },
          "Contact": { "Target": "00:00:10", "Calendar": "always" },
          "Outcome": { "Target": "00:00:08", "Calendar": "always" }
        }
        """);
    });
}
