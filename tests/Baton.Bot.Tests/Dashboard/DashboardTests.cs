using System.Net;
using System.Text.RegularExpressions;
using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Handoffs.Outbox;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Dashboard;

public sealed partial class DashboardTests : IAsyncLifetime
{
    private const string Cookie = "baton-dashboard";

    private ApiHost host = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync(Rules("http://127.0.0.1:3978"));
        browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Client.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_link_from_chat_opens_the_figures_and_leaves_no_pass_in_the_address()
    {
        await DeliverAsync(await host.OfferAsync("one"));

        using var entered = await EnterAsync(ApiHost.Manager);

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal("/dashboard", entered.Headers.Location!.ToString());
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/dashboard", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await GetAsync("/dashboard", PassOf(entered));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal(["Funnel: November 2026", "12 weeks to 2026-W47", "Funnel, November 2026", "Sales velocity, November 2026", "SLA, November 2026", "Reasons, November 2026", "Where the numbers point", "Calibration of the rules, November 2026"], Headings(html));
        Assert.Contains("<td class=\"number\"><span>1</span></td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_speaks_the_visitors_language()
    {
        using var entered = await EnterAsync(ApiHost.Marketer);
        using var page = await GetAsync("/dashboard?q=" + Uri.EscapeDataString("先週"), PassOf(entered));
        var html = await page.Content.ReadAsStringAsync();

        Assert.Contains("<html lang=\"ja\">", html, StringComparison.Ordinal);
        Assert.StartsWith("ファネル：2026年第46週", Headings(html)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_lead_says_is_text_on_the_page_and_in_the_file()
    {
        const string evil = "<img src=x onerror=alert(1)>\\\" onmouseover=alert(1) =1+1 <script>alert(1)</script>";
        var lead = ALead.Json("evil", null, $"\"qualified\": true, \"campaign\": \"{evil}\"").Replace("西日本建材株式会社", "=HYPERLINK(<b>Acme</b>)", StringComparison.Ordinal);
        await DeliverAsync((await host.PostAsync("/api/leads", lead)).Expect(202).Result().GetProperty("handoff").GetString()!);
        using var entered = await EnterAsync(ApiHost.Manager);

        using var page = await GetAsync("/dashboard?by=campaign", PassOf(entered));
        using var file = await GetAsync("/dashboard/export.csv?by=campaign", PassOf(entered));

        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("alert(1)", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]*onmouseover", html);
        Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("baton-2026-11.csv", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("'=HYPERLINK(<b>Acme</b>)", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_form_cannot_read_is_named_and_kept()
    {
        using var entered = await EnterAsync(ApiHost.Rep);
        using var page = await GetAsync("/dashboard?q=lats%20month&by=campaign", PassOf(entered));
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("“lats” is no period and no filter.", html, StringComparison.Ordinal);
        Assert.Contains("value=\"lats month\"", html, StringComparison.Ordinal);
        Assert.Matches("<option value=\"campaign\" selected", html);
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard/export.csv")]
    [InlineData("/dashboard/enter")]
    [InlineData("/dashboard/enter?pass=abc")]
    [InlineData("/dashboard/enter?pass=AAAAAABrEkkYZ3JhY2VAYmF0b24uZXhhbXBsZfm2ejhg_RKUStfqhJXszj3SnglseayGFujeFfaDezcw")]
    public async Task Nobody_gets_in_without_a_pass_of_ours(string path)
    {
        using var page = await GetAsync(path, null);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.Equal("This link does not open the dashboard any more", Assert.Single(Headings(html)));
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_pass_of_a_link_is_no_visit_and_a_visit_no_link()
    {
        var link = await LinkAsync(ApiHost.Rep);
        using var entered = await GetAsync(link, null);

        using var asVisit = await GetAsync("/dashboard", link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        using var asLink = await GetAsync($"/dashboard/enter?pass={PassOf(entered)}", null);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (asVisit.StatusCode, asLink.StatusCode));
    }

    [Fact]
    public async Task Who_leaves_has_no_pass_any_more()
    {
        using var left = await browser.PostAsync(new Uri("/dashboard/leave", UriKind.Relative), null);

        Assert.Equal("You are signed out", Assert.Single(Headings(await left.Content.ReadAsStringAsync())));
        Assert.StartsWith($"{Cookie}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/dashboard", Assert.Single(left.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_told_as_such()
    {
        using var entered = await EnterAsync(ApiHost.Rep);
        host.Engine.BeforeQuery = _ => throw new TableUnavailableException(TableUnavailable.IoError, "The file cannot be read.", "Look at the disk.");

        using var page = await GetAsync("/dashboard", PassOf(entered));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal("60", page.Headers.RetryAfter!.ToString());
        Assert.Equal("The figures cannot be read at the moment", Assert.Single(Headings(await page.Content.ReadAsStringAsync())));
    }

    [Fact]
    public async Task Over_https_the_cookie_goes_over_https_only()
    {
        await using var secure = await ApiHost.StartAsync(Rules("HTTPS://baton.example.com"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = secure.Client.BaseAddress };
        var link = await LinkAsync(secure, ApiHost.Rep, "https://baton.example.com");

        using var entered = await client.GetAsync(new Uri(link, UriKind.Relative));

        Assert.Contains("secure", Assert.Single(entered.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_address_there_is_no_dashboard_and_chat_says_where_the_figures_are()
    {
        await using var none = await ApiHost.StartAsync();

        Assert.Equal(404, (await none.GetAsync("/dashboard")).Status);
        Assert.Contains("There is no dashboard here.", (await AskAsync(none, ApiHost.Rep)).Text("text")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_shared_with_nobody_though_its_asker_says_so()
    {
        var chat = host.Services.GetRequiredService<IChatDesk>();

        Assert.False((await chat.CommandAsync("dashboard share", EmailAddress.Parse(ApiHost.Rep), new Place("console", "sales"), default)).Shared);
        Assert.True((await chat.CommandAsync("month share", EmailAddress.Parse(ApiHost.Rep), new Place("console", "sales"), default)).Shared);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_by_browsers_until_it_changes()
    {
        using var entered = await EnterAsync(ApiHost.Rep);
        using var page = await GetAsync("/dashboard", PassOf(entered));
        var address = StyleSheet().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;

        using var style = await GetAsync(address, null);

        Assert.StartsWith("/dashboard/style.css?v=", address, StringComparison.Ordinal);
        Assert.Equal("text/css; charset=utf-8", style.Content.Headers.ContentType!.ToString());
        Assert.True(style.Headers.CacheControl!.Public);
        using var other = await GetAsync("/dashboard/style.css?v=of-another-version", null);
        Assert.Equal("no-cache", other.Headers.CacheControl!.ToString());
        Assert.Contains("--accent", await style.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Rules(string url) => new() { ["Dashboard:PublicUrl"] = url, ["Dashboard:Keys:0"] = "a-key-of-more-than-thirty-two-characters" };

    private static async Task<Answer> AskAsync(ApiHost at, string actor) => (await at.PostAsync("/api/funnel", $$"""{ "text": "dashboard", "actor": "{{actor}}" }""")).Expect(200);

    private static async Task<string> LinkAsync(ApiHost at, string actor, string url = "http://127.0.0.1:3978") =>
        Regex.Match((await AskAsync(at, actor)).Text("text")!, Regex.Escape(url) + @"(/dashboard/enter\?pass=\S+)").Groups[1].Value;

    private Task DeliverAsync(string handoff) => host.Services.GetRequiredService<Runner>().RunAsync(new HandoffId(handoff), [], default);

    private Task<string> LinkAsync(string actor) => LinkAsync(host, actor);

    private async Task<HttpResponseMessage> EnterAsync(string actor) => await GetAsync(await LinkAsync(actor), null);

    private async Task<HttpResponseMessage> GetAsync(string path, string? pass)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (pass is not null)
        {
            request.Headers.Add("Cookie", $"{Cookie}={pass}");
        }

        return await browser.SendAsync(request);
    }

    private static string PassOf(HttpResponseMessage entered) => entered.Headers.GetValues("Set-Cookie").Single()[(Cookie.Length + 1)..].Split(';')[0];

    private static List<string> Headings(string html) => [.. HeadingTag().Matches(html).Select(m => WebUtility.HtmlDecode(AnyTag().Replace(m.Groups[1].Value, "")).Trim())];

    [GeneratedRegex("<h[12][^>]*>(.*?)</h[12]>", RegexOptions.Singleline)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("href=\"(/dashboard/style[^\"]*)\"")]
    private static partial Regex StyleSheet();
}
