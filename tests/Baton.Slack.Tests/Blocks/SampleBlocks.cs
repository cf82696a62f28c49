using System.Text.Json.Nodes;
using Baton.AdaptiveCards.Tests.Contract;
using Baton.Handoffs.Chat;
using Baton.Slack.Blocks;

namespace Baton.Slack.Tests.Blocks;

/// <summary>Forms, homes and cards with what the shared samples lack.</summary>
internal static class SampleBlocks
{
    /// <summary>Two tables, every tone, and a moment in every place that may hold one.</summary>
    public static Card EverySection
    {
        get
        {
            var moment = Line.Of(new Span.Plain("On "), new Span.Moment(DateTimeOffset.UnixEpoch, MomentStyle.Date));
            var grid = new CardSection.Grid([new("Campaign"), new("Leads", true)], [[Line.Quote("Expo", strong: true), "3"], [moment, "4"]]);
            return SampleCards.Of(CardKind.Report, "en", "x") with
            {
                Sections =
                [
                    new CardSection.Heading(moment), new CardSection.Heading(moment, 2), grid, grid,
                    .. Enum.GetValues<Tone>().Select(tone => new CardSection.Paragraph([moment, Line.Quote("second"), Line.Plain("third", strong: true)], tone)),
                    new CardSection.FactList([new("When", moment)]), new CardSection.Bars([new(moment, 2, "2")]),
                    new CardSection.Link("Open the dashboard", SampleCards.Ours),
                ],
            };
        }
    }

    /// <summary>The form of every button of the handoff's card that has one, in both languages, and one that corrects a value.</summary>
    public static IEnumerable<JsonObject> Forms =>
        from ja in new[] { false, true }
        let card = SampleCards.Of(CardKind.Handoff, ja ? "ja" : "en", HostileLeads.Texts[0])
        from action in card.Actions.Append(SampleForms.Fix(ja, "03-3489-2278"))
        where action.Form is not null
        select BlockKitModal.Form(card, action, Origin(card, action));

    /// <summary>Where that button's modal would come from.</summary>
    public static ModalOrigin Origin(Card card, CardAction action) =>
        new(new PressedButton(card.Handoff, card.Topic, action.Verb, action.Data), "C0123", "1700000000.000100", null, "https://hooks.slack.com/actions/T1/2/3");

    /// <summary>The form of that question alone.</summary>
    public static JsonObject Form(params FormInput[] inputs)
    {
        var card = SampleCards.Of(CardKind.Handoff, "en", "x");
        var action = new CardAction { Verb = "reject", Label = "Reject", Form = new CardForm("Reject", inputs, "Send") };
        return BlockKitModal.Form(card, action, Origin(card, action));
    }

    /// <summary>A home with so many handoffs.</summary>
    public static HomeView Home(int handoffs, int more)
    {
        var header = new Card
        {
            Kind = CardKind.Report,
            Locale = "en",
            Summary = "Aoi Sato",
            Sections = [new CardSection.Heading("Aoi Sato"), new CardSection.Paragraph("Pool sales", Tone.Muted)],
            Actions = [new() { Verb = "away", Label = "Away…" }, new() { Verb = "language", Label = "日本語", Data = new Dictionary<string, string> { ["locale"] = "ja" } }],
        };
        return new HomeView(header, [.. Enumerable.Range(0, handoffs).Select(i => SampleCards.Of(CardKind.Handoff, "en", $"Lead {i}"))], more);
    }
}
