using System.Text.Json;
using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;
using Baton.Slack.StandIn.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

public sealed class BlockKitModalTests
{
    [Fact]
    public void Slack_takes_the_form_of_every_button() => Assert.All(SampleBlocks.Forms, view => Assert.Empty(BlockKitLint.View(view)));

    [Fact]
    public void A_form_says_which_lead_it_is_about_and_remembers_where_it_came_from()
    {
        var card = SampleCards.Of(CardKind.Handoff, "ja", "Acme");
        var action = card.Actions.Single(candidate => candidate.Verb == "reject");
        var view = BlockKitModal.Form(card, action, SampleBlocks.Origin(card, action));
        Assert.Equal(("却下の理由", "却下する", "キャンセル"), (Text(view["title"]), Text(view["submit"]), Text(view["close"])));
        Assert.Equal(BlockKitModal.FormCallback, view["callback_id"]!.GetValue<string>());
        Assert.Equal("新しいリード: Acme", BlockReader.Shown(view["blocks"]![0]!));
        var origin = ModalOrigin.Read(view["private_metadata"]!.GetValue<string>())!;
        Assert.Equal(("C0123", "1700000000.000100", "reject", card.Handoff), (origin.Channel, origin.MessageTs, origin.Button.Verb, origin.Button.Handoff));
    }

    [Fact]
    public void Choices_stand_under_their_headings_and_those_without_under_other()
    {
        var groups = Question(new FormInput.Choice("reason", "Reason", true, [new("Procedural", [new("duplicate", "Duplicate")]), new("", [new("other", "Something else")])]))["option_groups"]!.AsArray();
        Assert.Equal(["Procedural", "Other"], groups.Select(group => Text(group!["label"])));
        Assert.Equal(["duplicate", "other"], groups.Select(group => group!["options"]![0]!["value"]!.GetValue<string>()));
    }

    [Fact]
    public void Choices_under_no_heading_are_a_plain_menu()
    {
        var menu = Question(new FormInput.Choice("to", "To", true, [new("", [new("a@example.com", "Aoi")])]));
        Assert.Equal("Aoi", Text(menu["options"]![0]!["text"]));
        Assert.False(menu.ContainsKey("option_groups"));
    }

    [Fact]
    public void More_than_a_hundred_colleagues_are_counted_off_in_hundreds()
    {
        var view = SampleBlocks.Form(new FormInput.Choice("to", "To", true, [new("", [.. Enumerable.Range(1, 250).Select(i => new ChoiceOption($"p{i}@example.com", $"Person {i}"))])]));
        Assert.Empty(BlockKitLint.View(view));
        var groups = view["blocks"]![1]!["element"]!["option_groups"]!.AsArray();
        Assert.Equal([("1–100", 100), ("101–200", 100), ("201–250", 50)], groups.Select(group => (Text(group!["label"]), group["options"]!.AsArray().Count)));
    }

    [Fact]
    public void Where_nothing_can_be_chosen_the_answer_is_typed()
    {
        var tooLong = new ChoiceOption(new string('x', 80) + "@example.com", "Somebody");
        var view = SampleBlocks.Form(new FormInput.Choice("to", "To", true, [new("Pool", [tooLong])]), new FormInput.Choice("why", "Why", false, []));
        Assert.Empty(BlockKitLint.View(view));
        Assert.All(view["blocks"]!.AsArray().Skip(1), block => Assert.Equal("plain_text_input", block!["element"]!["type"]!.GetValue<string>()));
    }

    [Fact]
    public void A_text_comes_back_as_it_was_or_not_at_all()
    {
        Assert.Equal("<b> *x* &amp;", Question(new FormInput.Text("a", "A", false, true, 100, "<b> *x* &amp;"))["initial_value"]!.GetValue<string>());
        Assert.False(Question(new FormInput.Text("a", "A", false, true, 3, "four")).ContainsKey("initial_value"));
        Assert.False(Question(new FormInput.Text("a", "A", false, true, 3, "")).ContainsKey("initial_value"));
    }

    [Fact]
    public void A_text_field_says_how_long_and_what_for_and_a_day_is_picked()
    {
        var text = Question(new FormInput.Text("a", "A", false, true, 9000, null, new string('p', 400)));
        Assert.Equal((3000, true, 150), (text["max_length"]!.GetValue<int>(), text["multiline"]!.GetValue<bool>(), Text(text["placeholder"]).Length));
        Assert.Equal("2027-01-18", Question(new FormInput.Date("on", "On", true, new DateOnly(2027, 1, 18)))["initial_date"]!.GetValue<string>());
        Assert.False(Question(new FormInput.Date("on", "On", true)).ContainsKey("initial_date"));
    }

    [Fact]
    public void What_was_typed_survives_because_a_question_keeps_its_ids()
    {
        var first = SampleBlocks.Form(new FormInput.Text("comment", "Comment", false, true, 100));
        var again = SampleBlocks.Form(new FormInput.Date("on", "On", true), new FormInput.Text("comment", "Kommentar", true, true, 200));
        Assert.Equal(Ids(first["blocks"]![1]!), Ids(again["blocks"]![2]!));
        Assert.Equal(BlockKitModal.BlockIdOf("comment"), first["blocks"]![1]!["block_id"]!.GetValue<string>());

        static (string, string) Ids(JsonNode block) => (block["block_id"]!.GetValue<string>(), block["element"]!["action_id"]!.GetValue<string>());
    }

    [Fact]
    public void Any_number_of_questions_with_any_text_fits()
    {
        var huge = string.Concat(HostileLeads.Texts);
        ChoiceGroup[] groups = [.. Enumerable.Range(0, 200).Select(g => new ChoiceGroup(huge, [.. Enumerable.Range(0, 120).Select(i => new ChoiceOption($"{g}.{i}", huge))]))];
        FormInput[] inputs = [.. Enumerable.Range(0, 150).Select(i => new FormInput.Text($"t{i}", huge, true, true, 3000, new string('字', 3000), huge)), new FormInput.Choice("c", huge, true, groups)];
        Assert.Empty(BlockKitLint.View(SampleBlocks.Form(inputs)));
        Assert.Empty(BlockKitLint.View(SampleBlocks.Form(inputs[^1])));
        Assert.Empty(BlockKitLint.View(SampleBlocks.Form(inputs[0], inputs[0], new FormInput.Text(new string('i', 300), "x", true, false, 1))));
    }

    [Fact]
    public void A_notice_is_read_and_copied_and_nothing_in_it_takes_effect()
    {
        var view = BlockKitModal.Notice("間に合いませんでした", "佐藤 葵 さんが先に受諾しました。\nコメント: <!channel> *x*", "ja");
        Assert.Empty(BlockKitLint.View(view));
        Assert.Equal(("閉じる", BlockKitModal.ReadCallback), (Text(view["close"]), view["callback_id"]!.GetValue<string>()));
        Assert.Equal("佐藤 葵 さんが先に受諾しました。\nコメント: <\u200B!channel> *x*", BlockReader.Shown(view["blocks"]![0]!).TrimStart());
        Assert.False(view.ContainsKey("submit"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Even_a_notice_of_nothing_can_be_shown(string text) => Assert.Empty(BlockKitLint.View(BlockKitModal.Notice("", text, "en")));

    [Fact]
    public void A_long_notice_is_shown_to_its_end()
    {
        var view = BlockKitModal.Notice("Too late", string.Join('\n', Enumerable.Range(0, 300).Select(i => $"line {i} of what was typed")), "en");
        Assert.Empty(BlockKitLint.View(view));
        Assert.Contains("line 299 of", string.Concat(view["blocks"]!.AsArray().Select(block => BlockReader.Shown(block!))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_to_read_has_no_buttons_and_its_tables_as_text()
    {
        foreach (var card in SampleCards.All.Append(SampleBlocks.EverySection))
        {
            var view = BlockKitModal.Show(card);
            Assert.Empty(BlockKitLint.View(view));
            Assert.DoesNotContain(BlockReader.Objects(view), o => BlockReader.Type(o) is "button" or "table");
        }
    }

    [Fact]
    public void The_answers_are_read_and_untouched_questions_are_not_there()
    {
        var state = JsonDocument.Parse("""
            {"values":{
              "in.reason":{"answer":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"Too small"},"value":"too_small"}}},
              "in.comment":{"answer":{"type":"plain_text_input","value":"従業員 5 名"}},
              "in.until":{"answer":{"type":"datepicker","selected_date":"2027-01-18"}},
              "in.followUp":{"answer":{"type":"plain_text_input","value":null}},
              "in.to":{"answer":{"type":"static_select","selected_option":null}},
              "in.on":{"answer":{"type":"datepicker","selected_date":null}},
              "in.empty":{"answer":{"type":"plain_text_input","value":""}},
              "other":{"answer":{"type":"plain_text_input","value":"not ours"}},
              "in.x":{"other":{"type":"plain_text_input","value":"not ours"}}}}
            """).RootElement;
        Assert.Equal(new Dictionary<string, string> { ["reason"] = "too_small", ["comment"] = "従業員 5 名", ["until"] = "2027-01-18" }, BlockKitModal.Inputs(state));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"values\":[]}")]
    [InlineData("{\"values\":{\"in.a\":7}}")]
    [InlineData("{\"values\":{\"in.a\":{\"answer\":[]}}}")]
    [InlineData("{\"values\":{\"in.a\":{\"answer\":{\"type\":7,\"value\":\"x\"}}}}")]
    [InlineData("{\"values\":{\"in.a\":{\"answer\":{\"type\":\"static_select\",\"selected_option\":[]}}}}")]
    [InlineData("{\"values\":{\"in.a\":{\"answer\":{\"type\":\"plain_text_input\",\"value\":\"\\ud800\"}}}}")]
    [InlineData("{\"values\":{\"in.\\ud800\":{\"answer\":{\"type\":\"plain_text_input\",\"value\":\"x\"}}}}")]
    public void What_is_no_answer_is_left_out_without_an_exception(string state) => Assert.Empty(BlockKitModal.Inputs(JsonDocument.Parse(state).RootElement));

    [Fact]
    public void Whatever_is_answered_arrives_under_its_questions_name() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(PressedButtonTests.Texts(), PressedButtonTests.Texts(), (id, value) =>
    {
        var state = new JsonObject { ["values"] = new JsonObject { [BlockKitModal.BlockIdOf(id)] = new JsonObject { ["answer"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value } } } };
        var read = BlockKitModal.Inputs(JsonSerializer.SerializeToElement(state));
        return value.Length == 0 ? read.Count == 0 : read[id] == value;
    }));

    private static JsonObject Question(FormInput input)
    {
        var view = SampleBlocks.Form(input);
        Assert.Empty(BlockKitLint.View(view));
        return view["blocks"]![1]!["element"]!.AsObject();
    }

    private static string Text(JsonNode? textObject) => textObject!["text"]!.GetValue<string>();
}
