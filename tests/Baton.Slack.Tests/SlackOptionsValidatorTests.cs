namespace Baton.Slack.Tests;

public sealed class SlackOptionsValidatorTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void Slack_that_is_off_is_not_looked_at() => Assert.Empty(Wrong(new SlackOptions { Locale = "de", ApiUrl = "nowhere" }));

    [Fact]
    public void Secrets_without_a_bot_token_are_a_mistake()
    {
        Assert.Contains("Slack:BotToken is empty", Assert.Single(Wrong(new SlackOptions { AppToken = "xapp-1" })), StringComparison.Ordinal);
        Assert.Contains("Slack:BotToken is empty", Assert.Single(Wrong(new SlackOptions { SigningSecrets = { Secret } })), StringComparison.Ordinal);
    }

    [Fact]
    public void HTTP_with_one_or_two_secrets_is_right()
    {
        Assert.Empty(Wrong(Http()));
        Assert.Empty(Wrong(Http(o => o.SigningSecrets.Add(Secret.ToUpperInvariant().ToLowerInvariant()))));
    }

    [Fact]
    public void Sockets_need_no_secret() => Assert.Empty(Wrong(new SlackOptions { BotToken = "xoxb-1-2", AppToken = "xapp-1-2" }));

    [Fact]
    public void A_rotating_app_is_right_with_everything_that_renewing_needs() =>
        Assert.Empty(Wrong(Http(o => (o.BotToken, o.RefreshToken, o.ClientId, o.ClientSecret) = ("xoxe.xoxb-1-2", "xoxe-1-2", "123.456", Secret))));

    [Theory]
    [InlineData("BotToken", "xoxp-hidden", "Slack:BotToken", "xoxp-", "xoxb-")]
    [InlineData("BotToken", "hidden", "Slack:BotToken", "no token", "xoxb-")]
    [InlineData("BotToken", "xoxb-", "Slack:BotToken", "cut off", "xoxb-")]
    [InlineData("BotToken", "xoxb-hid den", "Slack:BotToken", "blanks", "xoxb-")]
    [InlineData("BotToken", "xoxe.xoxb-hidden", "Slack:BotToken", "expires", "Slack:RefreshToken")]
    [InlineData("AppToken", "xoxb-hidden", "Slack:AppToken", "xoxb-", "xapp-")]
    [InlineData("RefreshToken", "xoxb-hidden", "Slack:RefreshToken", "xoxb-", "xoxe-")]
    [InlineData("ClientId", "12345", "Slack:ClientId", "'12345'", "two numbers")]
    [InlineData("ClientSecret", "hidden", "Slack:ClientSecret", "6 characters", "32")]
    [InlineData("ApiUrl", "https://slack.com.evil.example/api/", "Slack:ApiUrl", "evil.example", "https://slack.com/api/")]
    [InlineData("ApiUrl", "http://slack.com/api/", "Slack:ApiUrl", "http://slack.com/api/", "https://slack.com/api/")]
    [InlineData("ApiUrl", "https://slack.com/api", "Slack:ApiUrl", "https://slack.com/api", "slash")]
    [InlineData("ApiUrl", "api", "Slack:ApiUrl", "'api'", "https://slack.com/api/")]
    [InlineData("Locale", "de", "Slack:Locale", "'de'", "en and ja")]
    public void A_wrong_value_is_named_with_what_would_be_right(string key, string value, params string[] said)
    {
        var options = Http();
        typeof(SlackOptions).GetProperty(key)!.SetValue(options, value);
        var line = Assert.Single(Wrong(options), line => line.StartsWith(said[0] + " ", StringComparison.Ordinal) && said.All(part => line.Contains(part, StringComparison.Ordinal)));
        Assert.DoesNotContain("hid", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void There_are_one_to_ten_sockets(int sockets) =>
        Assert.Contains("1 to 10", Assert.Single(Wrong(Http(o => o.Sockets = sockets))), StringComparison.Ordinal);

    [Fact]
    public void HTTP_without_a_secret_is_refused() => Assert.Contains("Slack:SigningSecrets is empty", Assert.Single(Wrong(new SlackOptions { BotToken = "xoxb-1" })), StringComparison.Ordinal);

    [Fact]
    public void More_than_two_secrets_are_refused() =>
        Assert.Contains("3 entries", Assert.Single(Wrong(Http(o => Add(o, Secret, Secret)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("xyz")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef\n")]
    public void A_secret_that_is_none_is_refused_and_not_told(string secret)
    {
        var line = Assert.Single(Wrong(Http(o => Add(o, secret))));
        Assert.StartsWith("Slack:SigningSecrets:1 ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#sales", "en", "'#sales'")]
    [InlineData("U0123ABCD", "en", "'U0123ABCD'")]
    [InlineData("C0123ABCD", "jp", "'jp'")]
    public void Languages_are_of_channels_by_id(string channel, string locale, string said) =>
        Assert.Contains(said, Assert.Single(Wrong(Http(o => o.ChannelLocales[channel] = locale))), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://slack.com/api/")]
    [InlineData("https://slack-gov.com/api/")]
    [InlineData("http://127.0.0.1:4000/api/")]
    [InlineData("http://localhost:4000/api/")]
    public void Slack_itself_and_this_machine_are_allowed(string api) => Assert.Empty(Wrong(Http(o => o.ApiUrl = api)));

    private static void Add(SlackOptions options, params string[] secrets)
    {
        foreach (var secret in secrets) options.SigningSecrets.Add(secret);
    }

    private static SlackOptions Http(Action<SlackOptions>? but = null)
    {
        var options = new SlackOptions { BotToken = "xoxb-1-2", SigningSecrets = { Secret } };
        but?.Invoke(options);
        return options;
    }

    private static List<string> Wrong(SlackOptions options) => [.. new SlackOptionsValidator().Validate(null, options).Failures ?? []];
}
