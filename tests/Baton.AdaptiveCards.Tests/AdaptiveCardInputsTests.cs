using System.Text.Json.Nodes;

namespace Baton.AdaptiveCards.Tests;

public sealed class AdaptiveCardInputsTests
{
    [Fact]
    public void Only_the_pressed_forms_answers_are_read_without_its_prefix()
    {
        var data = JsonNode.Parse("""{"handoff":"0123456789abcdef","verb":"reject","form":"reject","class":"lead","reject.reason":"too_small","pass.comment":"no"}""")!.AsObject();
        Assert.Equal(new Dictionary<string, string> { ["class"] = "lead", ["reason"] = "too_small" }, AdaptiveCardInputs.Read(data));
        Assert.Equal("reject", AdaptiveCardInputs.Verb(data));
        Assert.Equal("0123456789abcdef", AdaptiveCardInputs.Handoff(data)?.Value);
    }

    [Fact]
    public void Questions_without_an_answer_are_left_out() =>
        Assert.Empty(AdaptiveCardInputs.Read(JsonNode.Parse("""{"form":"pass","pass.comment":""}""")!.AsObject()));

    [Fact]
    public void Numbers_and_switches_arrive_as_text_and_structures_not_at_all() => Assert.Equal(
        new Dictionary<string, string> { ["a"] = "1", ["b"] = "true" },
        AdaptiveCardInputs.Read(JsonNode.Parse("""{"a":1,"b":true,"c":{"d":"e"},"f":["g"],"h":null}""")!.AsObject()));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"handoff":7,"verb":{}}""")]
    [InlineData("""{"handoff":"../../etc","verb":[]}""")]
    public void What_is_not_a_press_has_neither_handoff_nor_verb(string json)
    {
        var data = JsonNode.Parse(json)!.AsObject();
        Assert.Null(AdaptiveCardInputs.Handoff(data));
        Assert.Null(AdaptiveCardInputs.Verb(data));
    }
}
