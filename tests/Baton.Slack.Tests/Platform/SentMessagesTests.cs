using System.Globalization;
using System.Net.Http.Json;
using Baton.Handoffs.Chat;
using Baton.Slack.Sending;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Wire;

namespace Baton.Slack.Tests.Platform;

/// <summary>Looking for messages that may have arrived.</summary>
public sealed class SentMessagesTests : IAsyncLifetime
{
    private StrictSlack slack = null!;
    private SlackParts parts = null!;
    private WorkspaceChannel sales = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.Limits.Enabled = false;
        sales = slack.AddChannel("sales");
        parts = SlackParts.Of(slack);
    }

    public async Task DisposeAsync()
    {
        await parts.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_is_found_in_its_thread_and_nowhere_else()
    {
        var thread = await PostAsync(null, "thread");
        var reply = await PostAsync(thread, "reply");
        Assert.Equal(reply, (await FindAsync(thread, "reply"))?.Id);
        Assert.Null(await FindAsync(null, "reply"));
        Assert.Null(await FindAsync(thread, "thread-2"));
        Assert.Equal(thread, (await FindAsync(null, "thread"))?.Id);
    }

    [Fact]
    public async Task A_private_conversation_is_looked_through_too()
    {
        var aoi = slack.AddUser("Aoi", "aoi@baton.example");
        var place = Assert.NotNull(await parts.Platform.DirectPlaceAsync(Handoffs.Leads.EmailAddress.Parse("aoi@baton.example"), default));
        await parts.Platform.PostAsync(new Post(place, null, "word", Cards.Of("Acme")), default);
        Assert.Equal(slack.DirectMessages(aoi).Single().Ts, (await parts.Platform.FindAsync(place, null, "word", default))?.Id);
    }

    [Fact]
    public async Task It_is_found_behind_what_people_have_written_since()
    {
        var wanted = await PostAsync(null, "wanted");
        await WriteAsync(SentMessages.PageSize + 20);
        Assert.Equal(wanted, (await FindAsync(null, "wanted"))?.Id);
        Assert.Equal(2, Looks().Count);
        var oldest = double.Parse(Looks()[0].Arguments.GetProperty("oldest").GetString()!, CultureInfo.InvariantCulture);
        Assert.InRange(DateTimeOffset.FromUnixTimeSeconds((long)oldest), TimeProvider.System.GetUtcNow() - SentMessages.LookBack - TimeSpan.FromMinutes(5), TimeProvider.System.GetUtcNow() - SentMessages.LookBack);
    }

    [Fact]
    public async Task Looking_has_an_end_that_is_told()
    {
        await PostAsync(null, "wanted");
        await WriteAsync((SentMessages.PageSize * SentMessages.MaxPages) + 1);
        Assert.Null(await FindAsync(null, "wanted"));
        Assert.Equal(SentMessages.MaxPages, Looks().Count);
        Assert.Contains(parts.Logs.All, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("may come twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_Baton_may_not_look_nothing_is_found_and_it_is_told()
    {
        await PostAsync(null, "wanted");
        slack.Grant("channels:history", false);
        Assert.Null(await FindAsync(null, "wanted"));
        Assert.Contains(parts.Logs.All, line => line.Contains("may come twice", StringComparison.Ordinal) && line.Contains("channels:history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_pause_is_waited_for_and_a_long_one_is_an_error_that_is_no_answer()
    {
        var wanted = await PostAsync(null, "wanted");
        slack.Faults.Next("conversations.history", new ApiFault.RateLimited(1));
        Assert.Equal(wanted, (await FindAsync(null, "wanted"))?.Id);
        slack.Faults.Next("conversations.history", new ApiFault.RateLimited(60));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => FindAsync(null, "wanted"));
    }

    [Fact]
    public async Task A_Slack_in_trouble_is_an_error_that_is_no_answer()
    {
        slack.Faults.Always("conversations.history", new ApiFault.Status(503));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => FindAsync(null, "wanted"));
        slack.Faults.Always("conversations.history", new ApiFault.Error("internal_error"));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => FindAsync(null, "wanted"));
    }

    private List<ApiLogEntry> Looks() => [.. slack.Calls.Where(c => c.Method == "conversations.history")];

    // As another process of Baton's would, which keeps no pace of this one's.
    private async Task WriteAsync(int count)
    {
        using var http = new HttpClient { BaseAddress = slack.ApiUrl };
        http.DefaultRequestHeaders.Authorization = new("Bearer", slack.Settings.BotToken);
        for (var i = 0; i < count; i++)
        {
            using var body = JsonContent.Create(new { channel = sales.Id, text = "Hello" });
            using var answer = await http.PostAsync(new Uri("chat.postMessage", UriKind.Relative), body);
            Assert.Contains("\"ok\":true", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<string> PostAsync(string? thread, string name) =>
        Assert.IsType<SendResult.Sent>(await parts.Platform.PostAsync(new Post(Cards.At(sales), thread, name, Cards.Of(name)), default)).Message.Id;

    private Task<MessageRef?> FindAsync(string? thread, string name) => parts.Platform.FindAsync(Cards.At(sales), thread, name, default);
}
