namespace Baton.Bot.Tests.Api.Hosting;

/// <summary>The configuration that the tests of the API share.</summary>
internal static class HouseRules
{
    /// <summary>Monday, 10:00 in Tokyo.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, string?> Of(string folder)
    {
        var rules = new Dictionary<string, string?>
        {
            ["Store:Connection"] = $"Data Source={Path.Combine(folder, "baton.db")}",
            ["Console:Enabled"] = "true",
            ["Console:Places:0:Id"] = "sales",
            ["Console:Places:0:Name"] = "sales",
            ["Console:Places:1:Id"] = "marketing",
            ["Console:Places:1:Name"] = "marketing",
            ["Console:Places:1:Kind"] = "Marketing",
            ["Routing:Pools:0:Name"] = "sales",
            ["Routing:Pools:0:Sales"] = "console:sales",
            ["Routing:Marketing"] = "console:marketing",
            ["Routing:Rules:0:Name"] = "everything",
            ["Routing:Rules:0:Pool"] = "sales",
        };
        AddPerson(rules, 0, ApiHost.Rep, "Robin", "rep", "en");
        AddPerson(rules, 1, ApiHost.Ren, "蓮", "rep", "ja");
        AddPerson(rules, 2, ApiHost.Manager, "Kim", "manager", "en");
        AddPerson(rules, 3, ApiHost.Marketer, "澪", "marketer", "ja");
        return rules;
    }

    private static void AddPerson(Dictionary<string, string?> rules, int at, string email, string name, string role, string locale)
    {
        rules[$"People:{at}:Email"] = email;
        rules[$"People:{at}:Name"] = name;
        rules[$"People:{at}:Roles:0"] = role;
        rules[$"People:{at}:Pools:0"] = "sales";
        rules[$"People:{at}:Locale"] = locale;
    }
}
