using System.Net;
using Baton.Handoffs.Chat;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleSayTests
{
    private const string Say = "/console/api/say?as=sam@example.com";

    [Fact]
    public async Task A_private_answer_goes_to_the_asker_and_is_stored_nowhere()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnCommand = new CommandAnswer(Cards.Report("Your queue"), false, null);
        var answer = await host.PostAsync(Say, new { place = "sales", text = "/funnel queue", id = "1" });
        Assert.Equal(("private", "Your queue"), ((string?)answer["kind"], (string?)answer["message"]!["summary"]));
        Assert.Equal(("queue", ConsoleHost.Sam, ConsoleHost.Sales), Assert.Single(host.Desk.Commands));
        Assert.Empty(host.Messages.All);
    }

    [Fact]
    public async Task A_shared_answer_is_posted_once_below_its_question()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Desk.OnCommand = new CommandAnswer(Cards.Report("The quarter"), true, null);
        for (var i = 0; i < 2; i++)
        {
            await host.PostAsync(Say, new { place = "marketing", text = "/funnel quarter share", id = "1" });
        }

        Assert.Equal(["/funnel quarter share", null], host.Messages.All.Select(m => m.Text));
        Assert.Equal([ConsoleHost.Sam, null], host.Messages.All.Select(m => m.Author));
    }

    [Theory]
    [InlineData("/funnel", "")]
    [InlineData("/FUNNEL  mine ", "mine")]
    [InlineData("／ｆｕｎｎｅｌ　今月", "今月")]
    public async Task The_command_is_known_however_it_is_typed(string typed, string command)
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.PostAsync(Say, new { place = "sales", text = typed, id = "1" });
        Assert.Equal(command, Assert.Single(host.Desk.Commands).Text);
    }

    [Fact]
    public async Task In_direct_messages_everything_is_a_command()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.PostAsync(Say, new { place = "dm-sam@example.com", text = "mine", id = "1" });
        Assert.Equal("mine", Assert.Single(host.Desk.Commands).Text);
    }

    [Fact]
    public async Task A_word_in_a_feedback_thread_is_stored_and_handed_on()
    {
        await using var host = await ConsoleHost.StartAsync();
        var thread = await host.PostAsync(ConsoleHost.Marketing, "thread-1");
        var answer = await host.PostAsync(Say, new { place = "marketing", threadId = thread.Id, text = "Will fix.", id = "1" });
        var stored = host.Messages.All.Single(m => m.Author == ConsoleHost.Sam);
        Assert.Equal("stored", (string?)answer["kind"]);
        Assert.Equal((thread.Id, "Will fix."), (stored.ThreadId, stored.Text));
        Assert.Equal(new ThreadReply(ConsoleHost.Marketing, thread.Id, stored.Id, ConsoleHost.Sam, "Will fix.", null), Assert.Single(host.Desk.Replies));
    }

    [Fact]
    public async Task A_reply_that_failed_half_way_is_said_once_when_sent_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        var thread = await host.PostAsync(ConsoleHost.Marketing, "thread-1");
        host.Desk.FailingReplies = 1;
        var body = new { place = "marketing", threadId = thread.Id, text = "Will fix.", id = "1" };
        using var failed = await host.Http.PostAsync(Say, System.Net.Http.Json.JsonContent.Create(body));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        await host.PostAsync(Say, body);
        Assert.Single(host.Messages.All, m => m.Author == ConsoleHost.Sam);
        Assert.Single(host.Desk.Replies.Select(r => r.MessageId).Distinct());
        Assert.Equal(2, host.Desk.Replies.Count);
    }

    [Fact]
    public async Task Words_in_a_sales_channel_are_just_stored()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.PostAsync(Say, new { place = "sales", text = "Good morning", id = "1" });
        Assert.Equal("Good morning", Assert.Single(host.Messages.All).Text);
        Assert.Empty(host.Desk.Replies);
    }

    [Theory]
    [InlineData("elsewhere", "hello", "1", null)]
    [InlineData("dm-rika@example.com", "hello", "1", null)]
    [InlineData("sales", " ", "1", null)]
    [InlineData("sales", "hello", "", null)]
    [InlineData("sales", "hello", "1", "nothing")]
    public async Task Wrong_words_are_told_what_is_wrong(string place, string text, string id, string? threadId)
    {
        await using var host = await ConsoleHost.StartAsync();
        Assert.NotEmpty((string?)(await host.PostAsync(Say, new { place, text, id, threadId }, HttpStatusCode.BadRequest))["detail"] ?? "");
        Assert.Empty(host.Messages.All);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.PostAsync(Say, new { place = "sales", text = new string('x', 4001), id = "1" }, HttpStatusCode.BadRequest);
    }
}
