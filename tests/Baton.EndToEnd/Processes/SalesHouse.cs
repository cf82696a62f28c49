using System.Text.Json.Nodes;

namespace Baton.EndToEnd.Processes;

/// <summary>A small company's configuration: one pool of five reps, a manager, a marketer, the console on, everything open round the clock.</summary>
internal static class SalesHouse
{
    /// <summary>Who may take leads.</summary>
    public static readonly string[] Reps = [.. Enumerable.Range(1, 5).Select(i => $"rep{i}@sales.example")];

    /// <summary>Whose pool it is.</summary>
    public const string Manager = "manager@sales.example";

    /// <summary>The store's file in the working folder.</summary>
    public const string StoreFile = "baton.db";

    /// <summary>Writes it into a working folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="change">What is different there.</param>
    public static void Settle(string folder, Action<JsonObject>? change = null)
    {
        var settings = Settings();
        change?.Invoke(settings);
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), settings.ToJsonString());
    }

    private static JsonObject Settings() => JsonNode.Parse($$"""
        {
          "Store": { "Connection": "Data Source={{StoreFile}}" },
          "Console": { "Enabled": true, "Places": [
            { "Id": "sales", "Name": "sales", "Kind": "Sales" }, { "Id": "marketing", "Name": "marketing", "Kind": "Marketing" } ] },
          "People": [ {{string.Join(", ", Reps.Select(r => $$"""{ "Email": "{{r}}", "Name": "{{r[..4]}}", "Roles": [ "rep" ], "Pools": [ "sales" ] }"""))}},
            { "Email": "{{Manager}}", "Name": "Manager", "Roles": [ "manager" ], "Pools": [ "sales" ] },
            { "Email": "marketer@sales.example", "Name": "Marketer", "Roles": [ "marketer" ] } ],
          "Routing": { "Pools": [ { "Name": "sales", "Sales": "console:sales", "Calendar": "business" } ], "Marketing": "console:marketing",
            "Rules": [ { "Name": "everything", "Pool": "sales" } ], "HopLimit": 2, "FallbackOwner": "{{Manager}}" },
          "Calendars": { "business": { "AlwaysOpen": true } }
        }
        """)!.AsObject();
}
