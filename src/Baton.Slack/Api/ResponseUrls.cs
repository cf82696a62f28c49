namespace Baton.Slack.Api;

/// <summary>
/// Which addresses are Slack's own. A <c>response_url</c> is used as it came, so that one that leads elsewhere would make Baton call whatever somebody wants
/// (https://docs.slack.dev/interactivity/handling-user-interaction).
/// </summary>
internal static class ResponseUrls
{
    private static readonly string[] Domains = ["slack.com", "slack-gov.com"];

    /// <summary>Whether it is Slack's: HTTPS on its own domains, or on this machine when the Web API is there too.</summary>
    public static bool IsSlacks(Uri address, Uri api) =>
        address.IsAbsoluteUri
        && address.UserInfo.Length == 0
        && (IsSlacksHost(address) || (api.IsLoopback && address.IsLoopback && address.Scheme is "http" or "https"));

    /// <summary>Whether an address is HTTPS, at the usual port, on a domain of Slack's.</summary>
    public static bool IsSlacksHost(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true }
        && Domains.Any(domain => address.IdnHost.Equals(domain, StringComparison.OrdinalIgnoreCase) || address.IdnHost.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
}
