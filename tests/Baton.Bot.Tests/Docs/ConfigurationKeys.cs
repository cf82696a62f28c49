using System.Collections;
using System.Globalization;
using Baton.Bot.Api;
using Baton.Bot.Composition;
using Baton.Bot.Demo;
using Baton.Bot.Import;
using Baton.Handoffs.Dashboard;
using Baton.Handoffs.Digests;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Scoring;
using Baton.Handoffs.Sla;
using Baton.Slack;
using Baton.Teams;
using Baton.Web.Console;
using Baton.Webhooks;

namespace Baton.Bot.Tests.Docs;

/// <summary>Every key that the options classes take, with its default as the README writes it. A list's position is <c>0</c>, a name of one's own <c>{}</c>.</summary>
internal static class ConfigurationKeys
{
    private const string Nothing = "–";

    private static readonly Dictionary<string, object> Sections = new()
    {
        [StoreOptions.Section] = new StoreOptions(),
        [ApiOptions.Section] = new ApiOptions(),
        [ConsoleOptions.Section] = new ConsoleOptions(),
        [SlackOptions.Section] = new SlackOptions(),
        [TeamsOptions.Section] = new TeamsOptions(),
        [DashboardOptions.Section] = new DashboardOptions(),
        [WebhookOptions.Section] = new Dictionary<string, WebhookOptions>(),
        [DemoOptions.Section] = new DemoOptions(),
        [PersonOptions.Section] = new List<PersonOptions>(),
        [RoutingOptions.Section] = new RoutingOptions(),
        [ScoringOptions.Section] = new ScoringOptions(),
        ["Sla"] = new SlaOptions(),
        ["Calendars"] = new Dictionary<string, CalendarOptions>(),
        [ReasonsOptions.Section] = new ReasonsOptions(),
        [DigestOptions.Section] = new DigestOptions(),
        [ImportOptions.Section] = new ImportOptions(),
    };

    public static Dictionary<string, string> All() =>
        Sections.SelectMany(s => Of(s.Key, s.Value.GetType(), s.Value)).ToDictionary(k => k.Key, k => k.Default);

    private static IEnumerable<(string Key, string Default)> Of(string key, Type type, object? value) => ItemOf(type) switch
    {
        _ when IsLeaf(type) => [(key, Shown(value))],
        (true, var item) => Of($"{key}:{{}}", item, IsLeaf(item) || item.IsArray ? null : Activator.CreateInstance(item)),
        (false, { } item) => IsLeaf(item) ? [(key, Shown(value))] : Of($"{key}:0", item, Activator.CreateInstance(item)),
        _ => type.GetProperties().Where(p => p.CanWrite).SelectMany(p => Of($"{key}:{p.Name}", p.PropertyType, p.GetValue(value ?? Activator.CreateInstance(type)))),
    };

    private static bool IsLeaf(Type type) => Nullable.GetUnderlyingType(type) is not null || type.IsPrimitive || type.IsEnum || type == typeof(string);

    private static (bool Named, Type Item)? ItemOf(Type type) =>
        type.IsArray ? (false, type.GetElementType()!)
        : !type.IsAssignableTo(typeof(IEnumerable)) || type == typeof(string) ? null
        : type.GetGenericArguments() is [_, var named] ? (true, named)
        : (false, type.GetGenericArguments()[0]);

    private static string Shown(object? value) => value switch
    {
        null or "" or ICollection { Count: 0 } => Nothing,
        bool yes => yes ? "true" : "false",
        IEnumerable and not string => throw new NotSupportedException("A list with a default needs a way to be shown."),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
