using System.Net;
using System.Web;
using Baton.Slack.Api;
using Baton.Slack.Api.Tokens;
using Baton.Slack.Installing;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Slack.Tests.Installing;

/// <summary>An installation by a click, over real HTTP: a browser goes to Slack and comes back, against a workspace that is strict about codes, addresses and secrets.</summary>
public sealed class InstallByClickTests
{
    private const string Home = "https://baton.example.com";

    [Fact]
    public async Task Two_clicks_install_and_everything_works_with_the_token_that_came()
    {
        await using var house = await HouseAsync();
        using var browser = new InstallBrowser(house);
        await using (var before = house.Services.CreateAsyncScope())
        {
            Assert.IsType<SlackAnswer.NotSent>(await before.ServiceProvider.GetRequiredService<SlackClient>().CallAsync(SlackMethod.AuthTest, [], default));
        }

        var page = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Baton is installed in Strict.", page.Text, StringComparison.Ordinal);
        await house.OfferAsync();
        Assert.Equal(house.Slack.Settings.BotToken, (await house.Services.GetRequiredService<ISlackGrants>().ReadAsync(default))!.AccessToken);
    }

    [Fact]
    public async Task Slack_is_asked_for_exactly_the_scopes_the_workspace_and_the_way_back()
    {
        await using var house = await HouseAsync();
        using var browser = new InstallBrowser(house);

        var asked = HttpUtility.ParseQueryString((await browser.BeginAsync()).Query);

        Assert.Equal(string.Join(',', SlackScopes.Needed), asked["scope"]);
        Assert.Equal(house.Slack.Settings.TeamId, asked["team"]);
        Assert.Equal($"{Home}/slack/oauth", asked["redirect_uri"]);
        Assert.Contains("HttpOnly", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Secure", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("SameSite=Lax", browser.SetCookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_installation_that_rotates_its_tokens_is_renewed_from_then_on()
    {
        await using var house = await HouseAsync(new() { BotToken = "xoxe.xoxb-first", RefreshToken = "xoxe-first" });
        using var browser = new InstallBrowser(house);

        await browser.InstallAsync();
        house.Slack.Advance(TimeSpan.FromHours(12));

        Assert.IsType<SlackAnswer.Ok>(await house.Services.GetRequiredService<SlackClient>().CallAsync(SlackMethod.AuthTest, [], default));
    }

    [Fact]
    public async Task What_one_browser_began_another_cannot_end_and_nobody_can_end_twice()
    {
        await using var house = await HouseAsync();
        using var mine = new InstallBrowser(house);
        using var other = new InstallBrowser(house);
        var back = await mine.AllowAsync(await mine.BeginAsync());

        var stranger = await other.OpenAsync(back);
        var first = await mine.OpenAsync(back, keepCookie: true);
        var again = await mine.OpenAsync(back, keepCookie: true);

        Assert.Equal(HttpStatusCode.BadRequest, stranger.Status);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("not valid any more", again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=AAAA")]
    [InlineData("?code=x&code=y&state=AAAA")]
    [InlineData("?error=access_denied")]
    public async Task What_nobody_began_is_refused_before_Slack_is_asked(string query)
    {
        await using var house = await HouseAsync();
        using var browser = new InstallBrowser(house);
        await browser.BeginAsync();

        var page = await browser.OpenAsync(new Uri($"{Home}/slack/oauth{query}"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.DoesNotContain(house.Slack.Calls, c => c.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task Who_cancels_is_told_that_nothing_was_changed()
    {
        await using var house = await HouseAsync();
        using var browser = new InstallBrowser(house, "ja");
        var state = HttpUtility.ParseQueryString((await browser.BeginAsync()).Query)["state"];

        var page = await browser.OpenAsync(new Uri($"{Home}/slack/oauth?error=access_denied&state={state}"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Slackでキャンセルされました", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T0OTHER", false, "another workspace than Strict")]
    [InlineData("T0STRICT01", true, "whole organisation")]
    public async Task Another_workspace_or_a_whole_organisation_is_refused_and_its_permission_given_back(string team, bool organisation, string said)
    {
        await using var house = await HouseAsync(new() { InstallsForOrganisation = organisation }, team);
        using var browser = new InstallBrowser(house);

        var page = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Contains("The permission was given back", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("yourself", page.Text, StringComparison.Ordinal);
        Assert.Contains(house.Slack.Calls, c => c is { Method: "auth.revoke", Outcome: "ok" });
        Assert.Null(await house.Services.GetRequiredService<ISlackGrants>().ReadAsync(default));
    }

    [Theory]
    [InlineData("T0OTHER", false, "en-US", "remove the app in Strict yourself")]
    [InlineData("T0OTHER", false, "ja", "Strictからアプリをご自身で削除してください")]
    [InlineData("T0STRICT01", true, "en-US", "remove the app from the organisation yourself")]
    [InlineData("T0STRICT01", true, "ja", "組織からアプリをご自身で削除してください")]
    public async Task Who_installed_must_remove_the_app_when_Slack_does_not_say_that_the_permission_is_given_back(string team, bool organisation, string language, string said)
    {
        foreach (var fault in new ApiFault[] { new ApiFault.Error("internal_error"), new ApiFault.Status(503), new ApiFault.RateLimited() })
        {
            await using var house = await HouseAsync(new() { InstallsForOrganisation = organisation }, team);
            house.Slack.Faults.Always("auth.revoke", fault);
            using var browser = new InstallBrowser(house, language);

            var page = await browser.InstallAsync();

            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("permission was given back;", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("返却済み", page.Text, StringComparison.Ordinal);
            Assert.Null(await house.Services.GetRequiredService<ISlackGrants>().ReadAsync(default));
            Assert.Contains(house.Log.Lines, line => line.Text.Contains("could not be given back", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Missing_scopes_are_named_and_nothing_is_kept()
    {
        await using var house = await HouseAsync(new() { Scopes = ["chat:write"] });
        using var browser = new InstallBrowser(house);

        var page = await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("commands, files:write", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Slack.Calls, c => c.Method == "auth.revoke");
        Assert.Null(await house.Services.GetRequiredService<ISlackGrants>().ReadAsync(default));
    }

    [Fact]
    public async Task A_code_that_Slack_does_not_know_is_refused_by_its_word_and_no_secret_is_logged()
    {
        await using var house = await HouseAsync();
        using var browser = new InstallBrowser(house);
        var state = HttpUtility.ParseQueryString((await browser.BeginAsync()).Query)["state"];

        var page = await browser.OpenAsync(new Uri($"{Home}/slack/oauth?code=0123456789secret&state={state}"));
        await browser.InstallAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("invalid_code", page.Text, StringComparison.Ordinal);
        var secrets = new[] { "0123456789secret", house.Slack.Settings.ClientSecret, house.Slack.Settings.BotToken, state! };
        Assert.All(house.Log.Lines, line => Assert.DoesNotContain(secrets, secret => line.Text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Unless_it_is_configured_there_is_no_such_address()
    {
        await using var house = await SlackHouse.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await house.Client.GetAsync(new Uri(InstallEndpoints.Install, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Client.GetAsync(new Uri(InstallEndpoints.Redirect, UriKind.Relative))).StatusCode);
    }

    private static Task<SlackHouse> HouseAsync(StrictSlackSettings? workspace = null, string? team = null)
    {
        var settings = workspace ?? new StrictSlackSettings();
        return SlackHouse.StartAsync(more: new()
        {
            ["Slack:BotToken"] = "",
            ["Slack:RefreshToken"] = "",
            ["Slack:ClientId"] = settings.ClientId,
            ["Slack:ClientSecret"] = settings.ClientSecret,
            ["Slack:PublicUrl"] = Home,
            ["Slack:Team"] = team ?? settings.TeamId,
        }, workspace: settings);
    }
}
