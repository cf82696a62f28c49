using System.Text.Json;
using Baton.Teams.Events;
using Baton.Teams.Incoming;

namespace Baton.Teams.Tests.Incoming;

public sealed class MessageTextTests
{
    private const string Baton = "28:bot";

    [Theory]
    [InlineData("<at>Baton</at>&nbsp;funnel reasons", "funnel reasons")]
    [InlineData("<p><at>Baton</at> one</p><p>two &lt; three</p>", "one\ntwo < three")]
    [InlineData("a < b and c > d <at>Baton</at>", "a < b and c > d")]
    public void Batons_own_mention_and_markup_are_taken_out(string text, string plain)
    {
        Assert.Equal(plain, Read(text, Mention("<at>Baton</at>", Baton, "Baton"), out var mentioned));
        Assert.True(mentioned);
    }

    [Fact]
    public void A_colleague_who_is_called_Baton_is_no_mention_of_Baton()
    {
        var text = Read("<at>Baton</at> help", Mention("<at>Baton</at>", "29:someone", "Baton"), out var mentioned);

        Assert.Equal("@Baton help", text);
        Assert.False(mentioned);
    }

    [Fact]
    public void A_very_long_text_is_cut()
    {
        Assert.Equal(MessageText.Longest, Read(new string('x', 90_000), "", out _).Length);
    }

    [Theory]
    [InlineData("/funnel reasons", true, "reasons")]
    [InlineData("ＦＵＮＮＥＬ\u3000理由", true, "理由")]
    [InlineData("funnel", true, "")]
    [InlineData("funnels are nice", false, "funnels are nice")]
    public void The_commands_name_is_read_as_it_is_typed(string text, bool named, string rest)
    {
        Assert.Equal((named, rest), CommandName.Split(text));
    }

    [Theory]
    [InlineData("19:a@thread.tacv2;messageid=17", "19:a@thread.tacv2", "17")]
    [InlineData("19:a@thread.tacv2", "19:a@thread.tacv2", null)]
    [InlineData("19:a@thread.tacv2;messageid=", "19:a@thread.tacv2", null)]
    public void A_thread_is_named_by_channel_and_first_message(string id, string conversation, string? thread)
    {
        Assert.Equal((conversation, thread), ThreadIds.Split(id));
    }

    private static string Mention(string text, string id, string name) => $$"""{ "type": "mention", "text": "{{text}}", "mentioned": { "id": "{{id}}", "name": "{{name}}" } }""";

    private static string Read(string text, string entities, out bool mentioned)
    {
        using var activity = JsonDocument.Parse($$"""{ "text": {{JsonSerializer.Serialize(text)}}, "entities": [ {{entities}} ] }""");
        return MessageText.Of(activity.RootElement, Baton, out mentioned);
    }
}
