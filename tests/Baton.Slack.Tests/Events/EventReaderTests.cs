using System.Text.Json;
using Baton.Slack.Incoming;

namespace Baton.Slack.Tests.Events;

public sealed class EventReaderTests
{
    [Theory]
    [InlineData("<@U0BOT> reasons last week", "reasons last week")]
    [InlineData("  <@U0BOT|baton>   mine", "mine")]
    [InlineData("hey <@U0BOT> help", "hey help")]
    public void A_command_is_what_is_said_beside_the_mention(string text, string command) =>
        Assert.Equal(command, Assert.IsType<WorkspaceEvent.Mentioned>(Read($$"""{"type":"app_mention","user":"U1","ts":"1.1","channel":"C1","text":"{{text}}"}""")).Text);

    [Fact]
    public void In_a_thread_only_what_begins_with_the_mention_is_a_command_and_only_the_rest_is_a_reply()
    {
        const string addressed = """ "user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","text":"<@U0BOT> help" """;
        const string aside = """ "user":"U1","ts":"1.2","thread_ts":"1.1","channel":"C1","text":"I think <@U0BOT> is right" """;

        Assert.IsType<WorkspaceEvent.Mentioned>(Read($$"""{"type":"app_mention",{{addressed}}}"""));
        Assert.IsType<WorkspaceEvent.Nothing>(Read($$"""{"type":"message",{{addressed}}}"""));
        Assert.IsType<WorkspaceEvent.Nothing>(Read($$"""{"type":"app_mention",{{aside}}}"""));
        Assert.IsType<WorkspaceEvent.Wrote>(Read($$"""{"type":"message",{{aside}}}"""));
    }

    [Theory]
    [InlineData("\"bot_id\":\"B1\",\"user\":\"U0BOT\"")]
    [InlineData("\"user\":\"U0BOT\"")]
    [InlineData("\"bot_id\":\"B2\",\"user\":\"U7\"")]
    [InlineData("\"subtype\":\"channel_join\",\"user\":\"U1\"")]
    [InlineData("\"subtype\":\"bot_message\"")]
    public void What_no_person_wrote_is_nothing(string author) =>
        Assert.IsType<WorkspaceEvent.Nothing>(Read($$"""{"type":"message","ts":"1.2","thread_ts":"1.1","channel":"C1","text":"x",{{author}}}"""));

    [Fact]
    public void A_link_that_is_unfolded_is_no_edit()
    {
        const string unfolded = """{"type":"message","subtype":"message_changed","channel":"C1","ts":"9.9","message":{"user":"U1","ts":"1.2","thread_ts":"1.1","text":"x"}}""";

        Assert.IsType<WorkspaceEvent.Nothing>(Read(unfolded));
        Assert.IsType<WorkspaceEvent.Edited>(Read(unfolded.Replace("\"text\"", "\"edited\":{\"ts\":\"9.8\"},\"text\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_deletion_says_which_reply_of_which_thread_is_gone()
    {
        var deleted = Assert.IsType<WorkspaceEvent.Deleted>(Read("""{"type":"message","subtype":"message_deleted","channel":"C1","deleted_ts":"1.2","previous_message":{"user":"U1","ts":"1.2","thread_ts":"1.1"}}"""));

        Assert.Equal(("1.2", "1.1"), (deleted.At.Ts, deleted.At.ThreadTs));
    }

    [Theory]
    [InlineData("Look at <https://a.example|this> &amp; <@U1>", "Look at this (https://a.example) & @Robin")]
    [InlineData("<#C1|sales> <!here> <!subteam^S1|@reps> &lt;b&gt;", "#sales @here @reps <b>")]
    [InlineData("<mailto:a@b.example|a@b.example> <@U2|ren> <@U3>", "a@b.example @ren @U3")]
    public void A_text_is_read_as_it_was_typed(string sent, string typed) => Assert.Equal(typed, MessageText.Plain(sent, id => id == "U1" ? "Robin" : null));

    private static WorkspaceEvent? Read(string happened)
    {
        using var payload = JsonDocument.Parse($$$"""{"type":"event_callback","authorizations":[{"user_id":"U0BOT","is_bot":true}],"event":{{{happened}}}}""");
        return EventReader.Read(payload.RootElement);
    }
}
