using System.Text;
using System.Text.Json.Nodes;
using Baton.Teams.Files;
using Baton.Teams.StandIn;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

/// <summary>A file is offered to the asker alone, and put only into OneDrive, by whoever wants it.</summary>
public sealed class ExportFileTests
{
    [Fact]
    public async Task An_export_is_put_into_the_askers_OneDrive_when_it_is_wanted()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var offer = await OfferedAsync(office);

        Assert.True((await office.Teams.AnswerOfferAsync(office.Kim, offer, isWanted: true)).Ok);
        var shown = await Eventually.SomeAsync("the file is shown", () => office.Teams.Seen(offer.ConversationId).FirstOrDefault(m => TypeOf(m) == "application/vnd.microsoft.teams.card.file.info"));

        var csv = Encoding.UTF8.GetString(Assert.Single(office.Teams.Drive.Files));
        Assert.StartsWith("\uFEFFid,week,state", csv, StringComparison.Ordinal);
        Assert.Contains("西日本建材株式会社", csv, StringComparison.Ordinal);
        Assert.EndsWith(".csv", shown.Content.GetProperty("attachments")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        await Eventually.HoldsAsync("the offer is gone", () => office.Teams.Find(offer.ConversationId, offer.Id) is null);
    }

    [Fact]
    public async Task What_is_not_wanted_is_put_nowhere()
    {
        await using var office = await TeamsOffice.StartAsync();
        var offer = await OfferedAsync(office);

        await office.Teams.AnswerOfferAsync(office.Kim, offer, isWanted: false);

        await SaysAsync(office, offer, "The file was not stored.");
        await Eventually.HoldsAsync("the offer is gone", () => office.Teams.Find(offer.ConversationId, offer.Id) is null);
        Assert.Empty(office.Teams.Drive.Files);
    }

    [Theory]
    [InlineData("https://sharepoint.com.evil.example/upload")]
    [InlineData("https://evilsharepoint.com/upload")]
    [InlineData("http://contoso.sharepoint.com/upload")]
    [InlineData("https://contoso.sharepoint.com:8443/upload")]
    [InlineData("https://user@contoso.sharepoint.com/upload")]
    [InlineData("upload")]
    public async Task A_file_is_sent_to_no_other_address(string address)
    {
        await using var office = await TeamsOffice.StartAsync();
        var offer = await OfferedAsync(office);

        await office.Teams.AnswerOfferAsync(office.Kim, offer, isWanted: true, uploadUrl: address);

        await SaysAsync(office, offer, "could not be put into your OneDrive");
        Assert.Contains(office.Log.Lines, line => line.Text.Contains("its address is none of OneDrive's", StringComparison.Ordinal));
        Assert.DoesNotContain(office.Log.Lines, line => line.Text.Contains(address, StringComparison.Ordinal) && address.Contains('/', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_was_made_to_carry_another_command_carries_nothing_out()
    {
        await using var office = await TeamsOffice.StartAsync();
        var offer = await OfferedAsync(office);
        var card = await office.OfferAsync();

        await office.Teams.AnswerOfferAsync(office.Kim, offer, isWanted: true, context: new JsonObject { ["command"] = $"assign {TeamsOffice.HandoffOf(card)} {office.Robin.Email}" });

        await SaysAsync(office, offer, "could not be put into your OneDrive");
        Assert.DoesNotContain("assign", (await office.StandsAsync(card)).GetProperty("timeline").GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_upload_that_fails_is_told()
    {
        await using var office = await TeamsOffice.StartAsync();
        var offer = await OfferedAsync(office);
        office.Teams.Drive.Fault = 507;

        await office.Teams.AnswerOfferAsync(office.Kim, offer, isWanted: true);

        await SaysAsync(office, offer, "could not be put into your OneDrive");
        Assert.Contains(office.Log.Lines, line => line.Text.Contains("OneDrive answered 507", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_that_was_asked_for_in_a_channel_is_offered_to_the_asker_alone()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Kim);

        await office.Teams.SayAsync(office.Kim, office.Sales, "funnel export week share");

        await Eventually.HoldsAsync("it is offered", () => office.Teams.Seen(chat).Any(IsOffer));
        Assert.Contains(office.Teams.Seen(office.Sales), m => m.CardText.Contains("The file is offered in your chat with Baton.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_that_fails_is_told_and_answers_the_command_no_second_time()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Kim);
        var failures = 0;
        office.Engine.BeforeCommit = table => table == "teams" && office.Teams.Calls.Any(c => c.Operation == "create") && Interlocked.Increment(ref failures) == 1
            ? throw new IOException("The disk is full.")
            : Task.CompletedTask;

        var answer = await office.Teams.SayAsync(office.Kim, office.Sales, "funnel export week share");

        Assert.True(answer.Ok);
        await Eventually.HoldsAsync("Kim is told", () => office.Teams.Seen(chat).Any(m => m.CardText.Contains("could not be put into your OneDrive", StringComparison.Ordinal)));
        Assert.Single(office.Teams.Seen(office.Sales), m => m.CardText.Contains("The file is offered in your chat with Baton.", StringComparison.Ordinal));
        Assert.DoesNotContain(office.Teams.Seen(chat), IsOffer);
    }

    [Theory]
    [InlineData(TeamsCloud.Public, TeamsAuth.Tokens, true)]
    [InlineData(TeamsCloud.UsGovernment, TeamsAuth.Tokens, false)]
    [InlineData(TeamsCloud.China, TeamsAuth.Tokens, false)]
    [InlineData(TeamsCloud.Public, TeamsAuth.None, false)]
    public void Files_are_offered_where_Teams_takes_them(TeamsCloud cloud, TeamsAuth auth, bool expected) =>
        Assert.Equal(expected, ExportFiles.AreTakenIn(new TeamsOptions { Cloud = cloud, Auth = auth }));

    private static async Task<SeenActivity> OfferedAsync(TeamsOffice office)
    {
        var chat = office.Teams.OpenChat(office.Kim);
        await office.Teams.SayAsync(office.Kim, chat, "export week");
        return await Eventually.SomeAsync("it is offered", () => office.Teams.Seen(chat).FirstOrDefault(IsOffer));
    }

    private static Task SaysAsync(TeamsOffice office, SeenActivity offer, string text) =>
        Eventually.HoldsAsync("Kim is told", () => office.Teams.Seen(offer.ConversationId).Any(m => m.CardText.Contains(text, StringComparison.Ordinal)));

    private static bool IsOffer(SeenActivity message) => TypeOf(message) == "application/vnd.microsoft.teams.card.file.consent";

    private static string? TypeOf(SeenActivity message) =>
        message.Content.TryGetProperty("attachments", out var attachments) ? attachments[0].GetProperty("contentType").GetString() : null;
}
