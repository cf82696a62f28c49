using Baton.Bot.Composition;
using Microsoft.Extensions.Configuration;

namespace Baton.Bot.Tests.Composition;

public class SettingsReaderTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["Console:Enabled"] = "true",
        ["Console:Places:0:Id"] = "sales",
        ["Console:Places:0:Name"] = "sales",
        ["Console:Places:1:Id"] = "marketing",
        ["Console:Places:1:Name"] = "marketing",
        ["Console:Places:1:Kind"] = "Marketing",
    };

    [Fact]
    public void The_configuration_that_ships_is_right()
    {
        var (settings, errors) = SettingsReader.Read(BatonConfiguration.Load());

        Assert.Empty(errors);
        Assert.NotNull(settings);
    }

    [Fact]
    public void The_demo_that_ships_is_right() => Assert.Empty(SettingsReader.Read(BatonConfiguration.Load("appsettings.Demo.json")).Errors);

    [Theory]
    [InlineData("Console:Enabled", "false", "Routing:Marketing is \"console:marketing\"; expected Console:Enabled to be true")]
    [InlineData("Routing:Marketing", "console:elsewhere", "Routing:Marketing is \"console:elsewhere\"; expected one of Console:Places (console:sales, console:marketing)")]
    [InlineData("Routing:Marketing", "slack:C0123", "Routing:Marketing is \"slack:C0123\"; expected Slack:BotToken to be set, or a place of another platform")]
    [InlineData("Routing:Marketing", "teams:19", "Routing:Marketing is \"teams:19\"; expected Teams:AppId to be set, or a place of another platform")]
    [InlineData("Routing:Marketing", "irc:sales", "Routing:Marketing is \"irc:sales\"; expected a place of a platform that is built in: console, slack, teams")]
    [InlineData("Slack:BotToken", "xoxp-1", "Slack:BotToken begins with xoxp-")]
    [InlineData("Slack:RefreshToken", "xoxe-1", "Slack:BotToken is empty, and other secrets of Slack's are set")]
    [InlineData("Routing:Pools:0:Fallback", "console:elsewhere", "Routing:Pools:0:Fallback is \"console:elsewhere\"; expected one of Console:Places (console:sales, console:marketing)")]
    [InlineData("Routing:Pools:0:Fallback", "elsewhere", "Routing:Pools:0:Fallback is 'elsewhere', but must be a place")]
    [InlineData("Digests:Recipients:0:Place", "console:nowhere", "Digests:Recipients:0:Place is \"console:nowhere\"")]
    [InlineData("Scoring:Threshold", "101", "Scoring:Threshold")]
    [InlineData("Store:Shards", "0", "Store:Shards is 0; expected 1 to 100")]
    [InlineData("Store:Connection", "Server=db", "Store:Connection, which is not shown as it may hold a key: expected Data Source= and")]
    [InlineData("Store:Connection", "Data Source=", "expected Data Source= and the path of a file")]
    [InlineData("Store:Connection", "AccountName=baton;AccountKey=%", "not base64")]
    [InlineData("Store:TablePrefix", "a-b", "Store:TablePrefix is \"a-b\"; expected nothing, or up to 30 letters")]
    [InlineData("People:0:Email", "nobody", "People:0:Email is \"nobody\"; expected an address")]
    [InlineData("Calendars:night:TimeZone", "Mars/Olympus", "Calendars:night")]
    [InlineData("Sla:Accept:Target", "soon", "Sla:Accept:Target")]
    [InlineData("Reasons:Reject:0:Code", "Too Small", "Reasons:Reject:0:Code is \"Too Small\"")]
    [InlineData("Routing:FallbackOwner", "ghost@example.com", "Routing:FallbackOwner is \"ghost@example.com\"")]
    [InlineData("Routing:Polls:0:Name", "sales", "Routing")]
    [InlineData("Console:Place:0:Id", "sales", "Console")]
    public void A_wrong_value_is_named_with_its_key_and_what_would_be_right(string key, string value, string said)
    {
        var (settings, errors) = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(Right).AddInMemoryCollection([new(key, value)]).Build());

        Assert.Null(settings);
        Assert.Contains(errors, error => error.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (_, errors) = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(Right)
            .AddInMemoryCollection([new("Store:Shards", "0"), new("Scoring:Threshold", "-1"), new("Digests:Day", "Someday")]).Build());

        Assert.True(errors.Count >= 3);
    }
}
