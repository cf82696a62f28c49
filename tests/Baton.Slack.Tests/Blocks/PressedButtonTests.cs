using Baton.Handoffs.Handoffs;
using Baton.Slack.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

public sealed class PressedButtonTests
{
    private static readonly HandoffId Id = HandoffId.For("hubspot", "1");

    [Fact]
    public void What_was_written_on_a_button_is_read_when_it_is_pressed() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Texts(), Texts(), (topic, value) =>
    {
        var written = new PressedButton(Id, topic, "snooze", new Dictionary<string, string> { ["clock"] = value, [topic] = "x" });
        if (written.Value.Length > 2000) return PressedButton.Read("snooze", written.Value) is null;
        var read = PressedButton.Read("snooze", written.Value)!;
        return read.Handoff == Id && read.Topic == topic && read.Verb == "snooze" && read.Data.OrderBy(pair => pair.Key).SequenceEqual(written.Data.OrderBy(pair => pair.Key));
    }));

    [Fact]
    public void Whatever_is_sent_is_read_without_an_exception() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Hostile(), Hostile(), (action, value) => PressedButton.Read(action, value) is null or { Verb.Length: > 0 }));

    [Theory]
    [InlineData("accept", "accept")]
    [InlineData("accept#2", "accept")]
    [InlineData("pass_on#11", "pass_on")]
    public void The_verb_is_read_without_its_number(string actionId, string verb) => Assert.Equal(verb, PressedButton.Read(actionId, null)?.Verb);

    [Theory]
    [InlineData("")]
    [InlineData("#2")]
    [InlineData("accept now")]
    [InlineData("accept\n")]
    [InlineData("<!channel>")]
    public void What_is_no_verb_is_no_button(string actionId) => Assert.Null(PressedButton.Read(actionId, "{}"));

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{\"h\":\"../../etc/passwd\"}")]
    [InlineData("{\"h\":7}")]
    [InlineData("{\"t\":null}")]
    [InlineData("{\"d\":[]}")]
    [InlineData("{\"d\":{\"a\":1}}")]
    [InlineData("{\"d\":{\"a\":\"1\",\"a\":\"2\"}}")]
    [InlineData("{\"v\":\"accept\"}")]
    [InlineData("{\"t\":\"\\ud800\"}")]
    [InlineData("{\"t\":\"x\"}}")]
    [InlineData("{\"d\":{\"a\":{\"b\":{\"c\":{}}}}}")]
    public void What_no_button_of_ours_holds_is_no_button(string value) => Assert.Null(PressedButton.Read("accept", value));

    [Fact]
    public void A_value_longer_than_Slack_allows_is_not_read() =>
        Assert.Null(PressedButton.Read("accept", $"{{\"t\":\"{new string('x', 2000)}\"}}"));

    [Fact]
    public void A_button_without_a_value_is_about_the_person()
    {
        var read = PressedButton.Read("away", null)!;
        Assert.Null(read.Handoff);
        Assert.Empty(read.Topic);
        Assert.Empty(read.Data);
    }

    /// <summary>Texts that JSON can carry: no half of a surrogate pair.</summary>
    internal static Arbitrary<string> Texts() => ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && !text.Any(char.IsSurrogate)).ToArbitrary();

    /// <summary>Texts made of what ours are made of.</summary>
    internal static Arbitrary<string> Hostile()
    {
        string[] pieces = ["{", "}", "[", "]", "\"", "\"h\":", "\"t\":", "\"d\":", "\"b\":", "\"v\":", "\"c\":", ",", ":", "\\u", "\\ud800", "\"accept\"", "accept", "#", "1", "null", " ", Id.Value, "\0", "字"];
        return Gen.OneOf(Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();
    }
}
