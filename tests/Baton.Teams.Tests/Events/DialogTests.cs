using System.Text.Json.Nodes;
using Baton.Teams.StandIn;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

public sealed class DialogTests
{
    [Fact]
    public async Task A_form_opens_in_a_dialog_and_closes_when_it_is_stored()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var dialog = await office.Teams.PressAsync(office.Robin, card, "Pass on");
        var form = Form(dialog);
        var answer = await SendAsync(office, office.Robin, form, new() { ["form.to"] = office.Ren.Email });

        Assert.Equal("continue", dialog.Json!.Value.GetProperty("task").GetProperty("type").GetString());
        Assert.Equal("Action.Submit", form["actions"]![0]!["type"]!.GetValue<string>());
        Assert.True(answer.Ok);
        Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task What_is_wrong_is_shown_in_the_dialog_and_what_was_typed_stays()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var feedback = await office.RejectAsync(card);

        var form = Form(await office.Teams.PressAsync(office.Mio, feedback, Button(feedback, "contest")));
        var wrong = await SendAsync(office, office.Mio, form, new() { ["form.comment"] = " " });

        Assert.Equal("continue", wrong.Json!.Value.GetProperty("task").GetProperty("type").GetString());
        Assert.Equal("Rejected", await office.StateOfAsync(card));
    }

    [Fact]
    public async Task Who_may_not_is_told_so_in_place_of_the_form()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();

        var guest = await office.Teams.PressAsync(office.Gus, card, "Pass on");
        var marketer = await office.Teams.PressAsync(office.Mio, card, "Pass on");

        Assert.Equal("message", guest.Json!.Value.GetProperty("task").GetProperty("type").GetString());
        Assert.DoesNotContain("Action.Submit", marketer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dialog_that_another_sends_again_is_judged_by_who_sends_it()
    {
        await using var office = await TeamsOffice.StartAsync();
        var card = await office.OfferAsync();
        var form = Form(await office.Teams.PressAsync(office.Robin, card, "Pass on"));

        var answer = await SendAsync(office, office.Mio, form, new() { ["form.to"] = office.Ren.Email });

        Assert.Equal("message", answer.Json!.Value.GetProperty("task").GetProperty("type").GetString());
    }

    private static JsonObject Form(BotAnswer dialog) =>
        JsonNode.Parse(dialog.Json!.Value.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content").GetRawText())!.AsObject();

    private static string Button(SeenActivity message, string verb) => Objects(JsonNode.Parse(message.Card!.Value.GetRawText())!)
        .First(o => o["type"]?.GetValue<string>() == "Action.Submit" && o["data"]?["verb"]?.GetValue<string>() == verb)["title"]!.GetValue<string>();

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Objects(p.Value!)).Prepend(o),
        JsonArray a => a.Where(i => i is not null).SelectMany(i => Objects(i!)),
        _ => [],
    };

    private static Task<BotAnswer> SendAsync(TeamsOffice office, TeamsPerson person, JsonObject form, JsonObject answers)
    {
        var data = form["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var (key, value) in answers)
        {
            data[key] = value!.DeepClone();
        }

        return office.Teams.InvokeAsync(person, office.Sales, "task/submit", new() { ["data"] = data });
    }
}
