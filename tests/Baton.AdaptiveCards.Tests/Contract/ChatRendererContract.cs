using Baton.Handoffs.Chat;

namespace Baton.AdaptiveCards.Tests.Contract;

/// <summary>
/// What every platform's renderer must keep: the same card in, the same facts and the same actions out. A platform's test project inherits this class
/// and reads its own wire format back into a <see cref="RenderedCard"/>; it takes this folder in by
/// <c>&lt;Compile Include="../Baton.AdaptiveCards.Tests/Contract/*.cs" LinkBase="Contract" /&gt;</c> and copies <c>samples/hostile-leads.json</c> beside itself.
/// </summary>
public abstract class ChatRendererContract
{
    /// <summary>Every kind of card in both languages.</summary>
    public static TheoryData<CardKind, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<CardKind, string>();
            foreach (var card in SampleCards.All) kinds.Add(card.Kind, card.Locale);
            return kinds;
        }
    }

    /// <summary>Renders the card and reads back what the platform would show and send.</summary>
    protected abstract RenderedCard Render(Card card);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Everything_that_the_card_says_is_shown(CardKind kind, string locale)
    {
        var card = SampleCards.Of(kind, locale, HostileLeads.Texts[0]);
        var seen = SeenText.Of(Render(card).Text);
        Assert.All(CardPieces.Lines(card).SelectMany(line => line.Spans).Select(SeenText.Of).OfType<string>(), piece => Assert.Contains(piece, seen, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_hostile_text_is_shown_as_it_was_written()
    {
        foreach (var card in SampleCards.Hostile)
        {
            var seen = SeenText.Of(Render(card).Text);
            Assert.All(CardPieces.Lines(card).SelectMany(line => line.Spans).Select(SeenText.Of).OfType<string>(), piece => Assert.Contains(piece, seen, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_moment_is_a_date_token_of_the_platform_and_no_other_is(CardKind kind, string locale)
    {
        var card = SampleCards.Of(kind, locale, "{{DATE(2020-01-01T00:00:00Z)}} <!date^1577836800^{date}|x>");
        Assert.Equal(CardPieces.Moments(card).Distinct().Order(), Render(card).Moments.Select(CardPieces.Second).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_verb_appears_exactly_once_with_its_label_and_data(CardKind kind, string locale)
    {
        var card = SampleCards.Of(kind, locale, HostileLeads.Texts[0]);
        var rendered = Render(card).Actions;
        Assert.Equal(card.Actions.Select(action => action.Verb).Order(), rendered.Select(action => action.Verb).Order());
        foreach (var action in card.Actions)
        {
            var found = rendered.Single(candidate => candidate.Verb == action.Verb);
            Assert.Equal(action.Label, found.Label);
            Assert.All(action.Data, pair => Assert.Equal(pair.Value, found.Data[pair.Key]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_question_is_asked_under_its_name_and_insisted_on_when_required(CardKind kind, string locale)
    {
        var card = SampleCards.Of(kind, locale, HostileLeads.Texts[0]);
        var rendered = Render(card).Actions.ToDictionary(action => action.Verb);
        foreach (var action in card.Actions)
        {
            var expected = (action.Form?.Inputs ?? []).Select(input => (input.Id, input.Label, input.Required, Options: Options(input)));
            Assert.Equal(expected, rendered[action.Verb].Inputs.Select(input => (input.Id, input.Label, input.Required, string.Join(',', input.Options))));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_summary_is_told_to_those_who_do_not_see_the_card(CardKind kind, string locale)
    {
        var card = SampleCards.Of(kind, locale, HostileLeads.Texts[0]);
        var seen = SeenText.Of(Render(card).Summary);
        Assert.All(card.Summary.Spans.Select(SeenText.Of).OfType<string>(), piece => Assert.Contains(piece, seen, StringComparison.Ordinal));
    }

    private static string Options(FormInput input) =>
        input is FormInput.Choice choice ? string.Join(',', choice.Groups.SelectMany(group => group.Options).Select(option => option.Value)) : "";
}
