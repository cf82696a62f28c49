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

    [Fact]
    public void Days_off_are_read_from_an_iCalendar_file_that_a_calendar_names()
    {
        using var file = new CalendarFile("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261229\r\nDURATION:P2D\r\nSUMMARY:年末休業\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        var (settings, errors) = Read(("Calendars:office:TimeZone", "Asia/Tokyo"), ("Calendars:office:Hours:mon-fri:0", "09:00-18:00"), ("Calendars:office:Holidays:0", "japan"), ("Calendars:office:Holidays:1", file.Path));

        Assert.Empty(errors);
        var office = settings!.Terms.Sla.Calendars.Get("office");
        Assert.Equal([true, false, false, true], new[] { 28, 29, 30, 31 }.Select(day => office.IsOpen(new DateTimeOffset(2026, 12, day, 10, 0, 0, TimeSpan.FromHours(9)))));
    }

    [Fact]
    public void A_wrong_event_in_an_iCalendar_file_is_named_once_however_many_calendars_name_it()
    {
        using var file = new CalendarFile("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261399\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        var (settings, errors) = Read(
            ("Calendars:a:TimeZone", "Asia/Tokyo"), ("Calendars:a:Hours:mon-fri:0", "09:00-18:00"), ("Calendars:a:Holidays:0", file.Path),
            ("Calendars:b:TimeZone", "Asia/Tokyo"), ("Calendars:b:Hours:mon-fri:0", "09:00-18:00"), ("Calendars:b:Holidays:0", file.Path));

        Assert.Null(settings);
        Assert.StartsWith($"Calendars:a:Holidays:0: {file.Path} is \"DTSTART;VALUE=DATE:20261399\"; expected ", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void An_iCalendar_file_is_at_most_four_mebibytes()
    {
        using var file = new CalendarFile(new string(' ', (4 << 20) + 1));

        Assert.Contains(Read(("Calendars:office:Holidays:0", file.Path)).Errors, error => error.Contains("4194305 bytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Console:Enabled", "false", "Routing:Marketing is \"console:marketing\"; expected Console:Enabled to be true")]
    [InlineData("Routing:Marketing", "console:elsewhere", "Routing:Marketing is \"console:elsewhere\"; expected one of Console:Places (console:sales, console:marketing)")]
    [InlineData("Routing:Marketing", "slack:C0123", "Routing:Marketing is \"slack:C0123\"; expected Slack:BotToken to be set, or a place of another platform")]
    [InlineData("Routing:Marketing", "teams:19", "Routing:Marketing is \"teams:19\"; expected Teams:AppId to be set, or a place of another platform")]
    [InlineData("Routing:Marketing", "teams:19:meeting@thread.v2", "Routing:Marketing is \"teams:19:meeting@thread.v2\"; expected a channel: chats of Teams have no threads, and replies to feedback would be lost")]
    [InlineData("Routing:Marketing", "teams:a:1kim", "Routing:Marketing is \"teams:a:1kim\"; expected a channel: chats of Teams have no threads, and replies to feedback would be lost")]
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
    [InlineData("Calendars:night:Holidays:0", "nowhere.ics", "Calendars:night:Holidays:0 is \"nowhere.ics\"; expected an iCalendar file that can be read")]
    [InlineData("Calendars:night:Holidays:0", "company.txt", "or the path of an iCalendar file that ends in .ics")]
    [InlineData("Sla:Accept:Target", "soon", "Sla:Accept:Target")]
    [InlineData("Reasons:Reject:0:Code", "Too Small", "Reasons:Reject:0:Code is \"Too Small\"")]
    [InlineData("Routing:FallbackOwner", "ghost@example.com", "Routing:FallbackOwner is \"ghost@example.com\"")]
    [InlineData("Routing:Polls:0:Name", "sales", "Routing")]
    [InlineData("Console:Place:0:Id", "sales", "Console")]
    public void A_wrong_value_is_named_with_its_key_and_what_would_be_right(string key, string value, string said)
    {
        var (settings, errors) = Read((key, value));

        Assert.Null(settings);
        Assert.Contains(errors, error => error.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var (_, errors) = Read(("Store:Shards", "0"), ("Scoring:Threshold", "-1"), ("Digests:Day", "Someday"));

        Assert.True(errors.Count >= 3);
    }

    private static (Settings? Settings, IReadOnlyList<string> Errors) Read(params (string Key, string Value)[] more) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(Right).AddInMemoryCollection(more.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build());

    private sealed class CalendarFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("baton-calendar-");

        public CalendarFile(string text) => File.WriteAllText(Path, text);

        public string Path => System.IO.Path.Combine(folder.FullName, "company.ics");

        public void Dispose() => folder.Delete(recursive: true);
    }
}
