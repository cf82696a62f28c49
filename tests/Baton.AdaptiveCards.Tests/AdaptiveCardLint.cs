using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Baton.AdaptiveCards.Tests;

/// <summary>What the published schema does not catch.</summary>
internal static partial class AdaptiveCardLint
{
    /// <summary>What is wrong with the card; empty when nothing is.</summary>
    public static IEnumerable<string> Of(JsonObject card)
    {
        if (card.Text("version") != "1.5") yield return "version is not 1.5";
        var bytes = Rendered.Bytes(card);
        if (bytes > 28 * 1024) yield return $"{bytes} bytes";
        foreach (var fault in Ids(card).Concat(Inputs(card)).Concat(Sets(card)).Concat(Dates(card))) yield return fault;
    }

    private static IEnumerable<string> Ids(JsonObject card) => JsonWalk.Objects(card)
        .Where(o => o.ContainsKey("type") && o.ContainsKey("id")).GroupBy(o => o.Text("id")).Where(same => same.Count() > 1).Select(same => $"id '{same.Key}' is not unique");

    private static IEnumerable<string> Inputs(JsonObject card) => JsonWalk.Objects(card)
        .Where(o => o.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true)
        .Where(o => o.Text("id") is not { Length: > 0 } || o.Text("label") is not { Length: > 0 } || (o.ContainsKey("isRequired") && o.Text("errorMessage") is not { Length: > 0 }))
        .Select(o => $"input {o.ToJsonString()} lacks id, label or error message");

    private static IEnumerable<string> Sets(JsonObject card)
    {
        foreach (var set in JsonWalk.Objects(card).OfType("ActionSet"))
        {
            var actions = set["actions"]!.AsArray().OfType<JsonObject>().ToList();
            if (actions.Count(action => action.Text("mode") != "secondary") > 6) yield return "more than six buttons in view";
            if (actions.Any(action => action.Text("mode") == "secondary" && action.Text("type") == "Action.ShowCard")) yield return "a form behind the menu";
        }

        foreach (var execute in JsonWalk.Buttons(card).Where(button => button["fallback"].Text("type") != "Action.Submit")) yield return $"{execute.Text("verb")} has no fallback";
    }

    private static IEnumerable<string> Dates(JsonObject card)
    {
        foreach (var element in JsonWalk.Objects(card))
        {
            foreach (var (key, value) in element)
            {
                if (value is not JsonValue text || !text.TryGetValue<string>(out var s)) continue;
                var tokens = AnyToken().Matches(s);
                if (tokens.Count > 0 && (element.Text("type") != "TextBlock" || key != "text")) yield return $"a date token in {element.Text("type")}.{key}";
                if (tokens.Any(token => !GoodToken().IsMatch(token.Value))) yield return $"a date token that is shown raw: {s}";
            }
        }
    }

    [GeneratedRegex(@"\{\{(?:DATE|TIME)\(.*?\}\}")]
    private static partial Regex AnyToken();

    [GeneratedRegex(@"^\{\{(?:DATE\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ, SHORT|TIME\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\)\}\}$")]
    private static partial Regex GoodToken();
}
