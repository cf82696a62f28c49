using System.Net;
using Baton.Slack.Installing;
using Baton.Slack.Tests.Hosting;

namespace Baton.Slack.Tests.Installing;

/// <summary>A browser as far as an installation needs one: it follows where it is sent when it is told to, and keeps one cookie. Baton's public name leads to its test server.</summary>
internal sealed class InstallBrowser : IDisposable
{
    private readonly SlackHouse house;
    private readonly HttpClient http;
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
    private string? cookie;

    public InstallBrowser(SlackHouse house, string language = "en-US")
    {
        this.house = house;
        http = new HttpClient(handler, disposeHandler: false) { BaseAddress = house.Client.BaseAddress };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>How the cookie was set.</summary>
    public string SetCookie { get; private set; } = "";

    /// <summary>Clicks the link, allows, and comes back.</summary>
    public async Task<(HttpStatusCode Status, string Text)> InstallAsync() => await OpenAsync(await AllowAsync(await BeginAsync()));

    /// <summary>Clicks the link; answers where that leads.</summary>
    public async Task<Uri> BeginAsync()
    {
        using var response = await http.GetAsync(new Uri(InstallEndpoints.Install, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        SetCookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie = SetCookie.Split(';')[0];
        return response.Headers.Location!;
    }

    /// <summary>Clicks Allow in Slack; answers where that leads.</summary>
    public async Task<Uri> AllowAsync(Uri address)
    {
        using var response = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!;
    }

    /// <summary>Opens an address of Baton's.</summary>
    public async Task<(HttpStatusCode Status, string Text)> OpenAsync(Uri address, bool keepCookie = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Client.BaseAddress!, address.PathAndQuery));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await http.SendAsync(request);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        cookie = keepCookie ? cookie : null;
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }
}
