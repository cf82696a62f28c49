using Baton.Teams.StandIn;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

public sealed class ConversationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_marketing_answers_in_the_thread_is_in_the_timeline_with_a_mention_or_without(bool mentions)
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var feedback = await office.RejectAsync(card);

        var answer = await office.Teams.SayAsync(office.Mio, office.Marketing, "次から条件を見直します。", feedback.RootId, mentions);

        Assert.True(answer.Ok);
        Assert.Contains("次から条件を見直します。", (await office.StandsAsync(card)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_is_edited_deleted_and_told_twice_ends_as_it_stands()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var feedback = await office.RejectAsync(card);
        await office.Teams.SayAsync(office.Mio, office.Marketing, "first words", feedback.RootId, false);
        var id = office.Teams.Seen(office.Marketing).Last(m => m.Text == "first words").Id;

        var edited = office.Teams.Activity("messageUpdate", office.Mio, office.Marketing, feedback.RootId);
        (edited["id"], edited["text"]) = (id, "second words");
        edited["channelData"]!["eventType"] = "editMessage";
        await office.Teams.BringAsync(edited);
        await office.Teams.BringAsync(edited);
        var between = (await office.StandsAsync(card)).ToString();
        var deleted = office.Teams.Activity("messageDelete", office.Mio, office.Marketing, feedback.RootId);
        deleted["id"] = id;
        deleted["channelData"]!["eventType"] = "softDeleteMessage";
        await office.Teams.BringAsync(deleted);

        Assert.Contains("second words", between, StringComparison.Ordinal);
        Assert.NotEqual(between, (await office.StandsAsync(card)).ToString());
    }

    [Fact]
    public async Task A_command_in_the_chat_with_Baton_is_answered_there()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);

        await office.Teams.SayAsync(office.Ren, chat, "/funnel help");
        await office.Teams.SayAsync(office.Ren, chat, "ファネル ヘルプ");

        Assert.Equal(2, office.Teams.Seen(chat).Count(m => m.IsBots && m.Card is not null));
        Assert.Contains("\"lang\":\"ja\"", office.Teams.Seen(chat)[^1].CardText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export", "No files can be sent here")]
    [InlineData("出力", "アプリからファイルをお送りできません")]
    public async Task An_export_announces_no_file_in_a_cloud_that_takes_none(string command, string told)
    {
        var government = new StrictTeamsSettings { Scope = "https://api.botframework.us/.default", ChannelIssuer = "https://api.botframework.us" };
        await using var office = await TeamsOffice.StartAsync(new() { ["Teams:Cloud"] = "UsGovernment" }, settings: government);
        var asker = command == "export" ? office.Kim : office.Ren;
        var chat = office.Teams.OpenChat(asker);

        await office.Teams.SayAsync(asker, chat, command);

        var said = Assert.Single(office.Teams.Seen(chat), m => m.IsBots).CardText;
        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain(".csv", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_in_a_channel_is_answered_to_the_asker_alone_unless_it_is_shared()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Kim);

        await office.Teams.SayAsync(office.Kim, office.Sales, "funnel reasons");
        var alone = office.Teams.Seen(chat).Count;
        await office.Teams.SayAsync(office.Kim, office.Sales, "funnel reasons share");

        Assert.Equal(1, alone);
        Assert.Single(office.Teams.Seen(chat));
        var said = office.Teams.Seen(office.Sales).Where(m => m.IsBots).ToList();
        Assert.Contains("chat with Baton", said[0].CardText, StringComparison.Ordinal);
        Assert.All(said, m => Assert.NotEqual(m.Id, m.RootId));
        Assert.Equal(2, said.Count);
    }

    [Fact]
    public async Task A_private_answer_is_shown_in_the_channel_to_the_asker_alone_where_the_tenant_takes_it()
    {
        await using var office = await TeamsOffice.StartAsync(new() { ["Teams:TargetedMessages"] = "true" });

        await office.Teams.SayAsync(office.Kim, office.Sales, "funnel reasons");

        Assert.Contains(office.Teams.Seen(office.Sales, office.Kim), m => m.OnlyFor == office.Kim.Id);
        Assert.DoesNotContain(office.Teams.Seen(office.Sales, office.Robin), m => m.IsBots);
    }

    [Fact]
    public async Task Who_cannot_be_written_to_alone_is_told_what_to_do()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.SayAsync(office.Kim, office.Sales, "funnel reasons");

        Assert.Contains(office.Teams.Seen(office.Sales), m => m.IsBots && m.CardText.Contains("cannot write to you alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_is_brought_twice_is_answered_once()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Kim);
        var message = office.Teams.Activity("message", office.Kim, chat);
        (message["text"], message["textFormat"]) = ("help", "plain");

        await Task.WhenAll(office.Teams.BringAsync(message), office.Teams.BringAsync(message), office.Teams.BringAsync(message));

        Assert.Single(office.Teams.Seen(chat), m => m.IsBots);
    }

    [Fact]
    public async Task An_answer_to_sales_that_a_slow_store_loses_is_sent_again_and_stored_once()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var feedback = await office.RejectAsync(card);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        office.Engine.BeforeCommit = table => table == "handoffs" ? held.Task : Task.CompletedTask;
        var reply = office.Teams.Activity("message", office.Mio, office.Marketing, feedback.RootId);
        (reply["text"], reply["textFormat"]) = ("The list was old.", "plain");

        var late = await office.Patience.RunsOutAsync(office.Teams.BringAsync(reply));
        held.SetException(new IOException("The disk is full."));
        await Eventually.HoldsAsync("the failure is told", () => office.Log.Lines.Any(line => line.Text.Contains("Teams is asked to send it again", StringComparison.Ordinal)));
        office.Engine.BeforeCommit = _ => Task.CompletedTask;
        var again = await office.Teams.BringAsync(reply);
        var oneMore = await office.Teams.BringAsync(reply);

        Assert.Equal((503, 200, 200), (late.Status, again.Status, oneMore.Status));
        Assert.Equal(2, (await office.StandsAsync(card)).ToString().Split("The list was old.").Length);
    }
}
