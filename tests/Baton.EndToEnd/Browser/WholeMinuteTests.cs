using System.Globalization;
using Baton.EndToEnd.Intake;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Baton.EndToEnd.Browser;

/// <summary>The minute that the product promises to whoever starts <c>baton demo</c>, in both languages.</summary>
public sealed class WholeMinuteTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const float Patience = 120_000;

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_lead_is_accepted_with_one_click_and_everybody_sees_who_has_it(string locale)
    {
        var cast = Cast.Of(locale);
        await using var rep = await house.OpenAsync(cast.Rep.Email, cast.Sales);
        await using var colleague = await house.OpenAsync(cast.Colleague.Email, cast.Sales);
        var company = await OfferAsync(cast, "Acme Optics");

        await rep.CardOf(company).GetByRole(AriaRole.Button, new() { Name = cast.Accept, Exact = true }).ClickAsync();

        await Expect(rep.CardOf(company)).ToContainTextAsync(Text(cast.AcceptedBy, cast.Rep.Name));
        await Expect(colleague.CardOf(company)).ToContainTextAsync(Text(cast.AcceptedBy, cast.Rep.Name));
        await Expect(colleague.CardOf(company).GetByRole(AriaRole.Button, new() { Name = cast.Accept, Exact = true })).ToHaveCountAsync(0);
        await rep.ShootAsync($"{locale}-1-accepted");
        await colleague.ShootAsync($"{locale}-2-taken-by-a-colleague");
        Assert.Empty(rep.Complaints.Concat(colleague.Complaints));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Of_two_who_accept_at_once_the_slower_is_told_who_won(string locale)
    {
        var cast = Cast.Of(locale);
        await using var rep = await house.OpenAsync(cast.Rep.Email, cast.Sales);
        await using var colleague = await house.OpenAsync(cast.Colleague.Email, cast.Sales);
        var company = await OfferAsync(cast, "Bell & Sons");
        var won = new TaskCompletionSource();
        await colleague.Page.RouteAsync("**/console/api/invoke?*", async call =>
        {
            await (call.Request.PostData?.Contains("\"accept\"", StringComparison.Ordinal) == true ? won.Task : Task.CompletedTask);
            await call.ContinueAsync();
        });

        await colleague.CardOf(company).GetByRole(AriaRole.Button, new() { Name = cast.Accept, Exact = true }).ClickAsync();
        await rep.CardOf(company).GetByRole(AriaRole.Button, new() { Name = cast.Accept, Exact = true }).ClickAsync();
        await Expect(rep.CardOf(company)).ToContainTextAsync(Text(cast.AcceptedBy, cast.Rep.Name));
        won.SetResult();

        await Expect(colleague.Toast).ToContainTextAsync(Text(cast.Quicker, cast.Rep.Name));
        await Expect(colleague.CardOf(company)).ToContainTextAsync(Text(cast.AcceptedBy, cast.Rep.Name));
        await colleague.ShootAsync($"{locale}-3-told-who-won");
        Assert.Empty(rep.Complaints.Concat(colleague.Complaints));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task A_rejection_asks_for_what_is_missing_and_reaches_marketing_with_its_reason(string locale)
    {
        const string comment = "They only wanted the <b>venue</b> of our event.";
        var cast = Cast.Of(locale);
        await using var rep = await house.OpenAsync(cast.Rep.Email, cast.Sales);
        var company = await OfferAsync(cast, "Corvus Print");
        var card = rep.CardOf(company);

        await card.GetByRole(AriaRole.Button, new() { Name = cast.Reject, Exact = true }).ClickAsync();
        await card.GetByRole(AriaRole.Combobox).SelectOptionAsync("other");
        await card.GetByRole(AriaRole.Textbox).First.FillAsync("typed already");
        await card.GetByRole(AriaRole.Button, new() { Name = cast.Send, Exact = true }).ClickAsync();
        await Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync(cast.CommentMissing);
        await Expect(card.GetByRole(AriaRole.Textbox).First).ToHaveValueAsync("typed already");
        await Expect(card.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("other");
        await rep.ShootAsync($"{locale}-4-comment-missing");
        await card.GetByRole(AriaRole.Textbox).Last.FillAsync(comment);
        await card.GetByRole(AriaRole.Button, new() { Name = cast.Send, Exact = true }).ClickAsync();
        await Expect(card).ToContainTextAsync(Text(cast.RejectedBy, cast.Rep.Name));
        await rep.ShootAsync($"{locale}-5-rejected");

        await using var marketer = await house.OpenAsync(cast.Marketer.Email, "marketing");
        await marketer.UnfoldAsync();
        var notice = marketer.CardOf(company);
        await Expect(notice).ToContainTextAsync(comment);
        await notice.ScrollIntoViewIfNeededAsync();
        await marketer.ShootAsync($"{locale}-6-marketing-reads-why");
        Assert.Empty(rep.Complaints.Concat(marketer.Complaints));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Time_that_passes_brings_nudges_and_the_weekly_summary(string locale)
    {
        var cast = Cast.Of(locale);
        await using var rep = await house.OpenAsync(cast.Rep.Email, cast.Sales);
        var company = await OfferAsync(cast, "Dovetail Works", 95);
        var thread = rep.Page.GetByTestId("thread").Filter(new() { HasText = company });

        await Expect(thread).ToContainTextAsync(cast.Nudged, new() { Timeout = Patience });
        await thread.GetByText(cast.Nudged).First.ScrollIntoViewIfNeededAsync();
        await rep.ShootAsync($"{locale}-7-nudge");
        await using var manager = await house.OpenAsync(cast.Manager.Email, cast.Manager.Direct);
        await Expect(manager.CardOf(company)).ToBeVisibleAsync(new() { Timeout = Patience });
        await manager.ShootAsync($"{locale}-8-manager");
        await manager.GoAsync(cast.Summaries);
        var summary = manager.Cards.Filter(new() { HasText = cast.Summary }).Last;
        await summary.ScrollIntoViewIfNeededAsync(new() { Timeout = Patience });
        await summary.EvaluateAsync("card => card.scrollIntoView({ block: 'start' })");
        await manager.ShootAsync($"{locale}-9-weekly-summary");
        Assert.Empty(rep.Complaints.Concat(manager.Complaints));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Funnel_answers_its_asker_alone_and_knows_what_a_misspelt_word_meant(string locale)
    {
        var cast = Cast.Of(locale);
        await using var rep = await house.OpenAsync(cast.Rep.Email, cast.Sales);
        await using var colleague = await house.OpenAsync(cast.Colleague.Email, cast.Sales);

        await rep.SayAsync("/funnel month");
        await Expect(rep.Cards.Filter(new() { HasText = cast.Funnel })).ToBeVisibleAsync();
        await rep.ShootAsync($"{locale}-10-funnel");
        await rep.Messages.EvaluateAsync("list => list.scrollTo(0, 0)");
        await Expect(rep.Cards.Filter(new() { HasText = cast.Funnel })).Not.ToBeInViewportAsync();
        await rep.SayAsync("/funnel resons");
        await Expect(rep.Cards.Filter(new() { HasText = cast.Nearest })).ToBeInViewportAsync();
        await rep.ShootAsync($"{locale}-11-funnel-nearest");

        await Expect(colleague.Messages).Not.ToContainTextAsync(cast.Nearest);
        Assert.Empty(rep.Complaints.Concat(colleague.Complaints));
    }

    private static string Text(string format, string name) => string.Format(CultureInfo.InvariantCulture, format, name);

    private async Task<string> OfferAsync(Cast cast, string company, int score = 70)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        var name = $"{company} {cast.Locale}";
        await LeadSender.OfferAsync(client, LeadSender.Lead($"{company[..1].ToLowerInvariant()}{cast.Locale}{score}", name, cast.Country, score));
        return name;
    }
}
