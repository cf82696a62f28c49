using System.Text.Json.Nodes;
using Baton.EndToEnd.Intake;
using Baton.EndToEnd.Processes;
using Baton.Slack.StandIn;

namespace Baton.EndToEnd.Slack.Pictures;

/// <summary>A company whose people have names, and whose leads are worth a picture.</summary>
internal sealed class PictureCompany() : SlackCompany(sockets: false)
{
    private static readonly string[] Names = ["Aoi Sato", "青木 蓮", "Ben Cole", "Cleo Fry", "Dan Ito", "Noor Haddad", "Maria Lopez"];

    public async Task<SeenMessage> OfferAsync(string id, string company, string contact, string title, int score, string? need = null)
    {
        var lead = LeadSender.Lead(id, company, "Japan", score);
        lead["campaign"] = "2026 Autumn Expo";
        lead["contact"] = new JsonObject { ["name"] = contact, ["email"] = $"{id}@{id}.example", ["title"] = title, ["phone"] = "03-5555-0100" };
        lead["need"] = need;
        lead["engagements"] = new JsonArray(
            new JsonObject { ["at"] = DateTimeOffset.Parse("2026-11-19T18:02:00+09:00", null), ["kind"] = "form", ["what"] = "Pricing page form" },
            new JsonObject { ["at"] = DateTimeOffset.Parse("2026-11-18T11:20:00+09:00", null), ["kind"] = "page", ["what"] = "Case study: logistics", ["count"] = 3 });
        await LeadSender.OfferAsync(Client, lead);
        return await CardAsync(company);
    }

    /// <summary>Rejects by the form.</summary>
    public async Task RejectAsync(WorkspaceUser rep, SeenMessage card, string reason, string comment)
    {
        var form = await FormAsync(rep, card, "reject");
        Assert.IsType<SubmitOutcome.Closed>(await Slack.SubmitAsync(form, new Dictionary<string, string> { [Question("reason")] = reason, [Question("comment")] = comment }));
        await BecomesAsync(card, "the rejection is shown", m => m.Words.Contains("Rejected", StringComparison.Ordinal));
    }

    protected override void Settle(JsonObject settings)
    {
        var people = settings["People"]!.AsArray();
        foreach (var (person, name) in people.Zip(Names))
        {
            person!["Name"] = name;
        }
    }
}
