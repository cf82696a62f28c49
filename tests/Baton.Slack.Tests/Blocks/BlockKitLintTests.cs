using System.Text.Json.Nodes;
using Baton.Slack.StandIn.Blocks;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockKitLintTests
{
    private const string Button = """{"type":"button","action_id":"a","text":{"type":"plain_text","text":"A"}}""";
    private const string Input = """{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"a"}}""";

    [Theory]
    [InlineData("""{"type":"marquee"}""", "unknown type of block 'marquee'")]
    [InlineData("""{"type":"divider","colour":"red"}""", "blocks[0].colour: unknown field")]
    [InlineData("""{"type":"divider","block_id":""}""", "0 characters, not 1 to 255")]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"x"}}""", "'mrkdwn' is not one of plain_text")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":"x","verbatim":true}}""", "verbatim: unknown field")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":""}}""", "0 characters, not 1 to 150")]
    [InlineData("""{"type":"header","text":{"type":"plain_text","text":null}}""", "text.text: missing")]
    [InlineData("""{"type":"header"}""", "blocks[0].text: missing")]
    [InlineData("""{"type":"section"}""", "neither text nor fields")]
    [InlineData("""{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}""", "emoji: unknown field")]
    [InlineData("""{"type":"section","fields":[]}""", "0 items, not 1 to 10")]
    [InlineData("""{"type":"context","elements":[]}""", "0 items, not 1 to 10")]
    [InlineData("""{"type":"context","elements":[{"type":"image","image_url":"https://e.example"}]}""", "alt_text: missing")]
    [InlineData("""{"type":"actions","elements":[]}""", "0 items, not 1 to 25")]
    [InlineData("""{"type":"actions","elements":[{"type":"lever","action_id":"a"}]}""", "unknown type of element 'lever'")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"A"}}]}""", "action_id: missing")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","style":"green","text":{"type":"plain_text","text":"A"}}]}""", "'green' is not one of primary, danger")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"a"}]}""", "either options or option_groups")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[]}]}""", "0 items, not 1 to 100")]
    [InlineData("""{"type":"actions","elements":[{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"A"}}]}]}""", "value: missing")]
    [InlineData("""{"type":"actions","elements":[{"type":"datepicker","action_id":"a","initial_date":"2026-02-30"}]}""", "'2026-02-30' is no day")]
    [InlineData("""{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"A"},"confirm":{"title":{"type":"plain_text","text":"T"}}}]}""", "confirm.text: missing")]
    [InlineData("""{"type":"rich_text","elements":[]}""", "0 items")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":""}]}]}""", "0 characters, not 1")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x","style":{"loud":true}}]}]}""", "loud: unknown field")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"date","timestamp":1.5,"format":"{date}"}]}]}""", "not a whole number")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"date","timestamp":1,"format":"today"}]}]}""", "without a token")]
    [InlineData("""{"type":"rich_text","elements":[{"type":"rich_text_list","style":"star","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]}""", "'star' is not one of")]
    [InlineData("""{"type":"table","rows":[]}""", "0 items, not 1 to 100")]
    [InlineData("""{"type":"table","rows":[[{"type":"raw_text","text":""}]]}""", "0 characters, not 1")]
    [InlineData("""{"type":"table","rows":[[{"type":"raw_text","text":"a"}],[]]}""", "0 items, not 1 to 20")]
    [InlineData("""{"type":"table","rows":[[{"type":"mrkdwn","text":"a"}]]}""", "'mrkdwn' is not one of raw_text")]
    public void A_block_that_Slack_refuses_is_found(string block, string fault) => Contains(fault, BlockKitLint.Message(new JsonArray(JsonNode.Parse(block))));

    [Theory]
    [InlineData("header", 150)]
    [InlineData("section", 3000)]
    public void A_text_may_be_as_long_as_that_and_no_longer(string type, int most)
    {
        Assert.Empty(BlockKitLint.Message(Block(most)));
        Contains($"{most + 1} characters", BlockKitLint.Message(Block(most + 1)));

        JsonArray Block(int length) => [new JsonObject { ["type"] = type, ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = new string('x', length) } }];
    }

    [Fact]
    public void What_must_be_unique_is()
    {
        Contains("'a' is not unique in its block", BlockKitLint.Message(Parse($$"""[{"type":"actions","elements":[{{Button}},{{Button}}]}]""")));
        Assert.Empty(BlockKitLint.Message(Parse($$"""[{"type":"actions","elements":[{{Button}}]},{"type":"actions","elements":[{{Button}}]}]""")));
        Contains("'x' is not unique", BlockKitLint.Message(Parse("""[{"type":"divider","block_id":"x"},{"type":"divider","block_id":"x"}]""")));
    }

    [Fact]
    public void A_message_has_at_most_fifty_blocks_one_table_and_so_much_text()
    {
        Assert.Empty(BlockKitLint.Message(Many(50, """{"type":"divider"}""")));
        Contains("51 items, not 0 to 50", BlockKitLint.Message(Many(51, """{"type":"divider"}""")));
        Contains("only_one_table_allowed", BlockKitLint.Message(Many(2, """{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}""")));
        Contains("msg_blocks_too_long", BlockKitLint.Message(Many(5, $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', 3000)}}}"}}""")));
    }

    [Theory]
    [InlineData("""{"type":"modal","blocks":[]}""", "title: missing")]
    [InlineData("""{"type":"modal","title":{"type":"plain_text","text":"a title of 25 characters."},"blocks":[]}""", "25 characters, not 1 to 24")]
    [InlineData("""{"type":"home","title":{"type":"plain_text","text":"T"},"blocks":[]}""", "title: unknown field")]
    [InlineData("""{"type":"sheet","blocks":[]}""", "'sheet' is not one of modal, home")]
    [InlineData("""{"type":"home"}""", "blocks: missing")]
    [InlineData("""{"type":"home","blocks":[{"type":"table","rows":[[{"type":"raw_text","text":"a"}]]}]}""", "messages only")]
    public void A_view_that_Slack_refuses_is_found(string view, string fault) => Contains(fault, BlockKitLint.View(JsonNode.Parse(view)));

    [Fact]
    public void A_question_needs_a_button_that_sends()
    {
        var view = Parse($$"""[{{Input}}]""");
        Contains("submit: missing", BlockKitLint.View(new JsonObject { ["type"] = "modal", ["title"] = Text("T"), ["blocks"] = view }));
        Assert.Empty(BlockKitLint.View(new JsonObject { ["type"] = "modal", ["title"] = Text("T"), ["submit"] = Text("S"), ["blocks"] = view.DeepClone() }));

        static JsonObject Text(string text) => new() { ["type"] = "plain_text", ["text"] = text };
    }

    [Theory]
    [InlineData("\"min_length\":5,\"max_length\":3", "min_length above max_length")]
    [InlineData("\"max_length\":3001", "3001 is not 1 to 3000")]
    [InlineData("\"max_length\":3,\"initial_value\":\"four\"", "4 characters, not 0 to 3")]
    [InlineData("\"multiline\":\"yes\"", "neither true nor false")]
    public void A_text_field_that_Slack_refuses_is_found(string fields, string fault) =>
        Contains(fault, BlockKitLint.Message(Parse($$"""[{{Input.Replace("\"action_id\"", fields + ",\"action_id\"", StringComparison.Ordinal)}}]""")));

    [Fact]
    public void What_is_no_list_and_no_view_is_found()
    {
        Assert.NotEmpty(BlockKitLint.Message(null));
        Assert.NotEmpty(BlockKitLint.Message(JsonNode.Parse("{}")));
        Assert.NotEmpty(BlockKitLint.Message(Parse("[null, 7, [], {}]")));
        Assert.NotEmpty(BlockKitLint.View(null));
        Assert.NotEmpty(BlockKitLint.View(Parse("[]")));
    }

    private static JsonArray Parse(string blocks) => JsonNode.Parse(blocks)!.AsArray();

    private static JsonArray Many(int count, string block) => new([.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(block))]);

    private static void Contains(string fault, IReadOnlyList<string> faults) => Assert.Contains(fault, string.Join('\n', faults), StringComparison.Ordinal);
}
