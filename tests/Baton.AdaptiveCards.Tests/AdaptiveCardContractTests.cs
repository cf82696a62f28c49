using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests;

public sealed partial class AdaptiveCardContractTests : ChatRendererContract
{
    protected override RenderedCard Render(Card card)
    {
        var json = Rendered.Of(card);
        var blocks = JsonWalk.Objects(json["body"]).OfType("TextBlock").Select(block => block.Text("text")!).ToList();
        var rich = JsonWalk.Objects(json["body"]).OfType("RichTextBlock").Select(block => string.Concat(block["inlines"]!.AsArray().Select(run => run.Text("text"))));
        var links = JsonWalk.Objects(json["body"]).OfType("Action.OpenUrl").Select(link => link.Text("title"));
        var shown = string.Join('\n', [.. blocks, .. rich, .. links]);
        return new RenderedCard(json.Text("speak")!, shown, [.. Token().Matches(shown).Select(At)], [.. Actions(json)]);
    }

    private static DateTimeOffset At(Match token) => DateTimeOffset.Parse(token.Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<RenderedAction> Actions(JsonObject json)
    {
        var forms = JsonWalk.Objects(json["body"]).OfType("Action.ShowCard").ToDictionary(show => show.Text("id")!);
        foreach (var button in JsonWalk.Buttons(json))
        {
            var data = button["data"]!.AsObject();
            var show = data.Text("form") is { } form ? forms[form] : null;
            var inputs = show?["card"]!["body"]!.AsArray().OfType<JsonObject>().Where(element => element.Text("type")!.StartsWith("Input.", StringComparison.Ordinal)) ?? [];
            yield return new RenderedAction(AdaptiveCardInputs.Verb(data)!, (show ?? button).Text("title")!, AdaptiveCardInputs.Read(data), [.. inputs.Select(input => Input(input, data))]);
        }
    }

    private static RenderedInput Input(JsonObject input, JsonObject data)
    {
        var sent = new JsonObject { ["form"] = data["form"]!.DeepClone(), [input.Text("id")!] = "answer" };
        return new RenderedInput(
            AdaptiveCardInputs.Read(sent).Single().Key,
            input.Text("label")!,
            input["isRequired"]?.GetValue<bool>() ?? false,
            [.. input["choices"]?.AsArray().Select(choice => choice.Text("value")!) ?? []]);
    }

    [GeneratedRegex(@"\{\{(?:DATE|TIME)\(([^,)]+)[^)]*\)\}\}")]
    private static partial Regex Token();
}
