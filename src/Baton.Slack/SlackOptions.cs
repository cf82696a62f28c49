namespace Baton.Slack;

/// <summary>The configuration section <c>Slack</c>. Slack is on as soon as it has a bot token, or can get one.</summary>
public sealed class SlackOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Slack";

    /// <summary>The bot token, <c>xoxb-…</c>; empty leaves Slack off, unless <see cref="PublicUrl"/> is set.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>
    /// The refresh token, <c>xoxe-…</c>, that an app that rotates its tokens began with; empty for a bot token that does not expire. It is used once; those after it
    /// are in the store.
    /// </summary>
    public string RefreshToken { get; set; } = "";

    /// <summary>The app's client id, <c>123.456</c>; a token that expires is renewed with it.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's client secret; a token that expires is renewed with it.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The app-level token, <c>xapp-…</c>, of Socket Mode; empty means that Slack calls over HTTP.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>How many sockets are kept open in Socket Mode, 1 to 10: with two, one goes on while the other is replaced.</summary>
    public int Sockets { get; set; } = 2;

    /// <summary>The signing secrets that count, one, or two while the secret is being rotated. Needed over HTTP.</summary>
    public IList<string> SigningSecrets { get; init; } = [];

    /// <summary>Where the Web API is; anything but Slack's own hosts must be on loopback.</summary>
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>The language of cards in channels that say no other: <c>en</c> or <c>ja</c>.</summary>
    public string Locale { get; set; } = "en";

    /// <summary>Channels whose language differs: id (<c>C…</c>) to <c>en</c> or <c>ja</c>.</summary>
    public IDictionary<string, string> ChannelLocales { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where browsers reach Baton, such as <c>https://baton.example.com</c>: switches on that the app is installed by a click at <c>/slack/install</c>. Empty leaves
    /// that off.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The id (<c>T…</c>) of the one workspace that may be installed into by a click.</summary>
    public string Team { get; set; } = "";

    /// <summary>Whether Slack is used at all.</summary>
    public bool IsOn => BotToken.Length > 0 || InstallsByClick;

    /// <summary>Whether the bot token comes from an installation by a click rather than from here.</summary>
    public bool InstallsByClick => PublicUrl.Length > 0;

    /// <summary>Whether events come over sockets that Baton opens rather than over HTTP.</summary>
    public bool UsesSockets => AppToken.Length > 0;
}
