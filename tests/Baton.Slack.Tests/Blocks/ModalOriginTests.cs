using Baton.Handoffs.Handoffs;
using Baton.Slack.Blocks;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Slack.Tests.Blocks;

public sealed class ModalOriginTests
{
    private const string Url = "https://hooks.slack.com/actions/T123/456/abcDEF";
    private static readonly PressedButton Button = new(HandoffId.For("hubspot", "1"), "feedback-000007", "contest", new Dictionary<string, string> { ["clock"] = "accept" });

    [Fact]
    public void What_a_modal_remembers_comes_back() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(PressedButtonTests.Texts(), PressedButtonTests.Texts(), (channel, thread) =>
    {
        var written = new ModalOrigin(Button, channel, "1700000000.000100", thread.Length > 3 ? thread : null, Url);
        var read = ModalOrigin.Read(written.Write())!;
        return read with { Button = Button } == written && Same(read.Button);
    }));

    [Fact]
    public void Whatever_comes_back_is_read_without_an_exception() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(PressedButtonTests.Hostile(), text => ModalOrigin.Read(text) is null or { Button.Verb.Length: > 0 }));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"v\":\"accept\"}")]
    [InlineData("{\"b\":{}}")]
    [InlineData("{\"v\":\"no verb\",\"b\":{}}")]
    [InlineData("{\"v\":\"accept\",\"b\":{\"h\":\"no id\"}}")]
    [InlineData("{\"v\":\"accept\",\"b\":{},\"c\":7}")]
    [InlineData("{\"v\":\"accept\",\"b\":{},\"x\":\"y\"}")]
    [InlineData("{\"v\":\"accept\",\"b\":{},\"c\":\"\\udc00\"}")]
    public void What_no_modal_of_ours_remembers_is_not_read(string metadata) => Assert.Null(ModalOrigin.Read(metadata));

    [Fact]
    public void The_longest_button_still_fits_with_all_else()
    {
        var value = new string('"', 970);
        var button = Button with { Data = new Dictionary<string, string> { ["x"] = value } };
        Assert.InRange(button.Value.Length, 1990, 2000);
        var written = new ModalOrigin(button, "C0123456789", "1700000000.000100", "1700000000.000050", Url).Write();
        Assert.InRange(written.Length, 1, 3000);
        Assert.Equal((value, Url), (ModalOrigin.Read(written)!.Button.Data["x"], ModalOrigin.Read(written)!.ResponseUrl));
    }

    [Fact]
    public void What_has_no_room_is_left_out_and_the_button_stays()
    {
        var read = ModalOrigin.Read(new ModalOrigin(Button, "C1", "1.2", null, new string('x', 3000)).Write())!;
        Assert.Equal(("C1", null), (read.Channel, read.ResponseUrl));
        Assert.True(Same(read.Button));
    }

    private static bool Same(PressedButton read) => read with { Data = Button.Data } == Button && read.Data["clock"] == "accept" && read.Data.Count == 1;
}
