namespace Baton.Handoffs.Dashboard;

/// <summary>Whether there is a dashboard, and how its links are signed. Section <c>Dashboard</c>.</summary>
public sealed class DashboardOptions
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Dashboard";

    /// <summary>The shortest key, in characters.</summary>
    public const int ShortestKey = 32;

    /// <summary>The most keys: two while one takes the place of the other.</summary>
    public const int MostKeys = 2;

    /// <summary>Where browsers reach Baton, such as <c>https://baton.example.com</c>; empty for no dashboard. Plain http only on this machine.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>What links are signed with: the first signs, each is accepted. The same in every process.</summary>
    public IList<string> Keys { get; set; } = [];

    /// <summary>Whether there is one.</summary>
    public bool IsOn => PublicUrl.Length > 0;

    /// <summary>What is wrong, each with the key, the value and what is right; of a signing key never more than its length.</summary>
    public IEnumerable<string> Validate()
    {
        if (!IsOn)
        {
            return Keys.Count > 0 ? [$"{Section}:{nameof(Keys)} is set, and {Section}:{nameof(PublicUrl)} is empty: without an address there is no dashboard."] : [];
        }

        return [.. Address(), .. Count(), .. Keys.SelectMany((key, at) => Of(key, at))];
    }

    private IEnumerable<string> Address()
    {
        var isRight = Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && (url.Scheme == "https" || (url.IsLoopback && url.Scheme == "http"));
        return isRight ? [] : [$"{Section}:{nameof(PublicUrl)} is {(PublicUrl.Contains('@', StringComparison.Ordinal) ? "not shown, as it may hold a password" : $"'{PublicUrl}'")}: it is https and a host, with nothing after it, such as https://baton.example.com."];
    }

    private IEnumerable<string> Count() => Keys.Count is >= 1 and <= MostKeys
        ? []
        : [$"{Section}:{nameof(Keys)} has {Keys.Count} entries: allowed are one, or two while it is being rotated."];

    private static IEnumerable<string> Of(string key, int at) => key.Length >= ShortestKey && key.All(c => c is >= '!' and <= '~')
        ? []
        : [$"{Section}:{nameof(Keys)}:{at} has {key.Length} characters, or blanks among them: it has at least {ShortestKey} characters from ! to ~."];
}
