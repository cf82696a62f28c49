using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class SlackTypesTests
{
    [Fact]
    public async Task Everything_that_Baton_sends_compiles_against_the_types_that_Slack_publishes() =>
        Assert.Equal("", await SlackTypes.CompileAsync("sound", [.. Messages(), .. Modals(), .. Homes()]));

    [Fact]
    public async Task The_compiler_would_refuse_what_Slack_does_not_know()
    {
        var message = Message(SampleCards.Of(CardKind.Notice, "en", "x"));
        message["blocks"]![0]!["colour"] = "red";
        var said = await SlackTypes.CompileAsync("unsound", [("Message", message)]);
        Assert.Contains("colour", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_pins_every_package_by_its_hash_and_names_no_place_to_get_it_from()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(SlackTypes.Folder, "package-lock.json")))!["packages"]!.AsObject();
        Assert.All(packages.Where(package => package.Key.Length > 0), package => Assert.True(package.Value!["integrity"] is not null && package.Value["resolved"] is null, package.Key));
    }

    private static IEnumerable<(string Type, JsonNode Payload)> Messages() => SampleCards.All.Concat(SampleCards.Hostile)
        .Append(SampleBlocks.EverySection).Select(card => ("Message", (JsonNode)Message(card)));

    private static IEnumerable<(string Type, JsonNode Payload)> Modals() =>
    [
        .. SampleBlocks.Forms.Select(view => ("Modal", (JsonNode)view)),
        ("Modal", BlockKitModal.Notice("Too late", "Somebody was quicker.\nWhat you wrote: <!channel>", "en")),
        .. SampleCards.All.Select(card => ("Modal", (JsonNode)BlockKitModal.Show(card))),
    ];

    private static IEnumerable<(string Type, JsonNode Payload)> Homes() => [("Home", BlockKitHome.Render(SampleBlocks.Home(3, 0))), ("Home", BlockKitHome.Render(SampleBlocks.Home(60, 7)))];

    private static JsonObject Message(Card card)
    {
        var message = BlockKitRenderer.Render(card);
        return new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks };
    }
}
