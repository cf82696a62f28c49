using System.Text;
using Baton.Handoffs.Funnel;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Events;

public sealed class ExportTests
{
    [Fact]
    public async Task An_export_comes_as_a_file_to_the_asker_alone()
    {
        await using var house = await SlackHouse.StartAsync();
        await OfferAsync(house);

        Assert.True((await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "export this week")).Ok);

        var file = await Eventually.SomeAsync("the file is there", () => house.Slack.Files.SingleOrDefault());
        Assert.Equal(house.Slack.DirectWith(house.Kim).Id, file.Channel);
        Assert.Matches(@"\Abaton-\d{4}-W\d\d\.csv\z", file.Name);
        var lines = Encoding.UTF8.GetString([.. file.Bytes]).TrimEnd().Split("\r\n");
        Assert.StartsWith("\uFEFFid,week,state", lines[0], StringComparison.Ordinal);
        Assert.Contains("西日本建材株式会社", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("sasaki", string.Concat(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_export_comes_to_the_channel()
    {
        await using var house = await SlackHouse.StartAsync();
        await OfferAsync(house);

        await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "export this week share");

        Assert.Equal(house.Sales.Id, (await Eventually.SomeAsync("the file is there", () => house.Slack.Files.SingleOrDefault())).Channel);
    }

    [Theory]
    [InlineData("files.getUploadURLExternal", "missing_scope")]
    [InlineData("files.completeUploadExternal", "file_uploads_disabled")]
    public async Task Who_asked_is_told_when_the_file_cannot_come(string method, string code)
    {
        await using var house = await SlackHouse.StartAsync();
        await OfferAsync(house);
        house.Slack.Faults.Always(method, new ApiFault.Error(code));

        await house.Slack.CommandAsync(house.Kim, house.Sales, "/funnel", "export this week");

        var word = await Eventually.SomeAsync("the asker is told", () => house.Slack.DirectMessages(house.Kim).FirstOrDefault(m => m.Words.Contains("could not be put into Slack", StringComparison.Ordinal)));
        Assert.True(word.ByApp);
        Assert.Empty(house.Slack.Files);
    }

    // A row is counted a moment after its card is up.
    private static async Task OfferAsync(SlackHouse house)
    {
        await house.OfferAsync();
        await Eventually.SomeAsync("the lead is counted", () => house.Services.GetRequiredService<IFacts>().OpenAsync(default).ToBlockingEnumerable().FirstOrDefault());
    }
}
