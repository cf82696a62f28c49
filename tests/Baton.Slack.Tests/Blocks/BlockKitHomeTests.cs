using System.Text.Json.Nodes;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockKitHomeTests
{
    [Fact]
    public void The_persons_own_part_comes_first_then_the_handoffs_in_their_order_each_with_its_buttons()
    {
        var blocks = Blocks(SampleBlocks.Home(2, 0));
        Assert.Equal(["header", "context", "actions", "divider"], blocks.Take(4).Select(BlockReader.Type));
        var shown = string.Concat(blocks.Select(BlockReader.Shown));
        Assert.True(shown.IndexOf("Lead 0", StringComparison.Ordinal) < shown.IndexOf("Lead 1", StringComparison.Ordinal));
        var pressed = blocks.Where(block => BlockReader.Type(block) == "actions").SelectMany(block => block["elements"]!.AsArray())
            .Select(button => PressedButton.Read(button!["action_id"]!.GetValue<string>(), button["value"]!.GetValue<string>())!).ToList();
        Assert.Equal((2, 20), (pressed.Count(button => button.Handoff is null), pressed.Count(button => button.Handoff is not null)));
        Assert.Equal("ja", pressed.Single(button => button.Verb == "language").Data["locale"]);
    }

    [Fact]
    public void Twenty_handoffs_fit_because_each_is_one_block_of_lines_and_one_of_buttons()
    {
        var blocks = Blocks(SampleBlocks.Home(20, 0));
        Assert.Equal(["divider", "rich_text", "actions"], blocks.TakeLast(3).Select(BlockReader.Type));
        Assert.Equal(20, blocks.Count(block => BlockReader.Type(block) == "divider"));
        Assert.StartsWith("\n西日本建材株式会社\nLead 19 · 購買部 主任\nScore: 82", BlockReader.Shown(blocks[^2]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_tells_a_screen_reader_which_handoff_it_is_about()
    {
        var told = BlockReader.Objects(BlockKitHome.Render(SampleBlocks.Home(2, 0))).Where(o => o.ContainsKey("accessibility_label")).Select(o => o["accessibility_label"]!.GetValue<string>()).ToList();
        Assert.Equal((20, "Accept: New lead: Lead 0", "History: New lead: Lead 1"), (told.Count, told[0], told[^1]));
    }

    [Fact]
    public void What_does_not_fit_is_counted_with_the_rest_and_can_be_found()
    {
        var view = BlockKitHome.Render(SampleBlocks.Home(60, 7));
        Assert.Empty(BlockKitLint.View(view));
        var blocks = view["blocks"]!.AsArray();
        var shown = blocks.Count(block => BlockReader.Type(block!.AsObject()) == "divider");
        Assert.InRange(blocks.Count, 80, 100);
        Assert.Equal($"… {60 - shown + 7} more: /funnel mine", BlockReader.Shown(blocks[^1]!));
    }

    [Fact]
    public void When_all_of_them_fit_nothing_is_counted() =>
        Assert.DoesNotContain("/funnel mine", string.Concat(Blocks(SampleBlocks.Home(3, 0)).Select(BlockReader.Shown)), StringComparison.Ordinal);

    [Fact]
    public void In_Japanese_it_says_so_in_Japanese()
    {
        var home = SampleBlocks.Home(1, 4);
        Assert.Equal("… ほか 4 件は /funnel mine でご覧いただけます", BlockReader.Shown(Blocks(home with { Header = home.Header with { Locale = "ja" } })[^1]));
    }

    [Fact]
    public void A_view_too_large_for_Slack_shows_fewer_handoffs()
    {
        var button = new CardAction { Verb = "x", Label = "x", Data = new Dictionary<string, string> { ["x"] = new string('"', 900) } };
        var home = SampleBlocks.Home(15, 0);
        home = home with { Handoffs = [.. home.Handoffs.Select(card => card with { Actions = [.. Enumerable.Range(0, 25).Select(i => button with { Verb = $"verb{i}" })] })] };
        Assert.Empty(BlockKitLint.View(BlockKitHome.Render(home)));
    }

    private static List<JsonObject> Blocks(HomeView home)
    {
        var view = BlockKitHome.Render(home);
        Assert.Empty(BlockKitLint.View(view));
        return [.. view["blocks"]!.AsArray().Select(block => block!.AsObject())];
    }
}
