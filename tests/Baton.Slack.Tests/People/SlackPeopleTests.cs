using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Handoffs.Tests.Doubles;
using Baton.Slack.Api;
using Baton.Slack.People;
using Baton.Slack.StandIn;
using Baton.Slack.StandIn.Faults;
using Baton.Slack.Tests.Wire;
using Microsoft.Extensions.Logging;

namespace Baton.Slack.Tests.People;

public sealed class SlackPeopleTests : IAsyncLifetime
{
    private static readonly EmailAddress Aoi = EmailAddress.Parse("aoi@baton.example");

    private readonly TestClock clock = new(TimeProvider.System.GetUtcNow());
    private StrictSlack slack = null!;
    private SlackParts parts = null!;
    private SlackPeople people = null!;

    public async Task InitializeAsync()
    {
        slack = await StrictSlack.StartAsync();
        slack.Limits.Enabled = false;
        parts = SlackParts.Of(slack);
        people = new SlackPeople(parts.Client, parts.Get<SlackWorkspace>(), clock, parts.Get<ILogger<SlackPeople>>());
    }

    public async Task DisposeAsync()
    {
        await parts.DisposeAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_is_known_with_language_and_zone_by_id_and_by_address()
    {
        var user = slack.AddUser("葵 田中", "Aoi@Baton.example", u => u with { Locale = "ja-JP", TimeZone = "Asia/Tokyo" });
        var known = await people.OfEmailAsync(Aoi, default);
        Assert.Equal(new SlackUser(user.Id, Aoi, "葵 田中", "ja", "Asia/Tokyo", false, false, false, false), known);
        Assert.Same(known, await people.OfIdAsync(user.Id, default));
    }

    [Fact]
    public async Task Guests_strangers_bots_and_those_who_left_are_told_apart()
    {
        Assert.True((await KnownAsync(u => u with { Restricted = true })).Guest);
        Assert.True((await KnownAsync(u => u with { UltraRestricted = true })).Guest);
        Assert.True((await KnownAsync(u => u with { Stranger = true, Email = null })).Stranger);
        Assert.True((await KnownAsync(u => u with { Bot = true, Email = null })).Bot);
        Assert.True((await KnownAsync(u => u with { Deleted = true })).Deleted);
    }

    [Fact]
    public async Task Nobody_is_null_and_asked_for_again_after_a_minute()
    {
        Assert.Null(await people.OfIdAsync("U0NOBODY", default));
        Assert.Null(await people.OfEmailAsync(Aoi, default));
        Assert.Null(await people.OfEmailAsync(Aoi, default));
        Assert.Equal(1, Calls("users.lookupByEmail"));
        slack.AddUser("Aoi", Aoi.Value);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotNull(await people.OfEmailAsync(Aoi, default));
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_one_question()
    {
        var user = slack.AddUser("Aoi", Aoi.Value);
        var all = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => people.OfIdAsync(user.Id, default).AsTask()));
        Assert.Single(all.Distinct());
        Assert.Equal(1, Calls("users.info"));
    }

    [Fact]
    public async Task Whoever_leaves_the_queue_does_not_take_the_answer_from_the_others()
    {
        var user = slack.AddUser("Aoi", Aoi.Value);
        var goOn = new TaskCompletionSource();
        slack.Faults.Next("users.info", new ApiFault.Held(goOn.Task));
        using var leaving = new CancellationTokenSource();
        var first = people.OfIdAsync(user.Id, leaving.Token).AsTask();
        var second = people.OfIdAsync(user.Id, default).AsTask();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        goOn.SetResult();
        Assert.Equal(user.Id, (await second)?.Id);
        Assert.Equal(1, Calls("users.info"));
    }

    [Fact]
    public async Task A_change_is_seen_when_Slack_tells_of_it_or_an_hour_has_passed()
    {
        var user = slack.AddUser("Aoi", Aoi.Value);
        Assert.Equal("en", (await people.OfEmailAsync(Aoi, default))!.Locale);
        slack.Change(user, u => u with { Locale = "ja-JP" });
        Assert.Equal("en", (await people.OfIdAsync(user.Id, default))!.Locale);
        people.Forget(user.Id);
        Assert.Equal("ja", (await people.OfIdAsync(user.Id, default))!.Locale);
        slack.Change(user, u => u with { Deleted = true });
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.True((await people.OfIdAsync(user.Id, default))!.Deleted);
    }

    [Fact]
    public async Task While_Slack_is_down_what_was_known_counts_and_the_unknown_is_an_error()
    {
        var user = slack.AddUser("Aoi", Aoi.Value);
        var ben = slack.AddUser("Ben", "ben@baton.example");
        var known = await people.OfIdAsync(user.Id, default);
        slack.Faults.Always(ApiFaults.Any, new ApiFault.Status(503));
        clock.Advance(TimeSpan.FromHours(5));
        Assert.Same(known, await people.OfIdAsync(user.Id, default));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => people.OfIdAsync(ben.Id, default).AsTask());
        slack.Faults.Heal();
        Assert.Equal(ben.Id, (await people.OfIdAsync(ben.Id, default))?.Id);
    }

    [Fact]
    public async Task That_addresses_are_withheld_is_told_once()
    {
        slack.Grant("users:read.email", false);
        Assert.Null((await KnownAsync(u => u)).Email);
        Assert.Null((await KnownAsync(u => u)).Email);
        Assert.Single(parts.Logs.All, line => line.Contains("users:read.email", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_is_reached_in_their_conversation_which_is_asked_for_once()
    {
        var user = slack.AddUser("Aoi", Aoi.Value);
        var place = new Place("slack", slack.DirectChannel(user).Id);
        Assert.Equal(place, await parts.Platform.DirectPlaceAsync(Aoi, default));
        Assert.Equal(place, await parts.Platform.DirectPlaceAsync(Aoi, default));
        Assert.Equal((1, 1, 1), (Calls("users.lookupByEmail"), Calls("users.info"), Calls("conversations.open")));
    }

    [Fact]
    public async Task Whoever_left_or_was_never_there_is_reached_nowhere()
    {
        slack.AddUser("Ben", "ben@baton.example", u => u with { Deleted = true });
        Assert.Null(await parts.Platform.DirectPlaceAsync(Aoi, default));
        Assert.Null(await parts.Platform.DirectPlaceAsync(EmailAddress.Parse("ben@baton.example"), default));
    }

    [Fact]
    public async Task A_Slack_that_does_not_say_is_an_error_and_not_nobody()
    {
        slack.AddUser("Aoi", Aoi.Value);
        slack.Faults.Next("conversations.open", new ApiFault.Status(503));
        await Assert.ThrowsAsync<SlackUnavailableException>(() => parts.Platform.DirectPlaceAsync(Aoi, default));
        Assert.NotNull(await parts.Platform.DirectPlaceAsync(Aoi, default));
    }

    private int Calls(string method) => slack.Calls.Count(c => c.Method == method);

    private async Task<SlackUser> KnownAsync(Func<WorkspaceUser, WorkspaceUser> change)
    {
        var user = slack.AddUser("Somebody", $"{Guid.NewGuid():N}@baton.example", change);
        return Assert.IsType<SlackUser>(await people.OfIdAsync(user.Id, default));
    }
}
