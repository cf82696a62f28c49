using Baton.Handoffs.Chat;
using Baton.Handoffs.Handoffs.Desk;
using Baton.Handoffs.Handoffs.Store;
using Baton.Handoffs.Routing;
using Baton.Teams.Events;
using Baton.Teams.Places;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Teams.Tests.Events;

/// <summary>Who adds Baton is greeted once, whatever goes wrong: nothing is tried from memory, and nothing that may have arrived is said again.</summary>
public sealed class GreetingTests
{
    [Fact]
    public async Task A_greeting_that_Teams_does_not_take_comes_later_and_once()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("send", new ConnectorFault.Status(503), times: 4);

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮", "西日本建材株式会社"], Seen(office, chat));
    }

    [Fact]
    public async Task A_greeting_that_breaks_off_goes_on_where_it_was()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("send", new ConnectorFault.Status(503), times: 4, after: 1);

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮", "西日本建材株式会社"], Seen(office, chat));
    }

    [Fact]
    public async Task Who_cannot_be_looked_up_at_once_is_greeted_when_they_can()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("member", new ConnectorFault.Status(503), times: 8);

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮"], Seen(office, chat));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Who_is_no_member_yet_is_greeted_as_soon_as_they_are(int status)
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("member", new ConnectorFault.Status(status));

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮"], Seen(office, chat));
    }

    [Fact]
    public async Task Whom_Teams_never_finds_is_told_so_when_the_greeting_is_given_up()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("member", new ConnectorFault.Status(404), times: 100);
        var last = new Greeting(chat, office.Teams.ServiceUrl, office.Ren.Id) { Tenant = office.Teams.Settings.TenantId, Locale = "ja-JP", Failures = new Pulse().MaxAttempts - 1 };
        Assert.NotNull(await Memory(office).SaveAsync(last, default));

        await office.Services.GetRequiredService<IAgenda>().AddAsync(new Wake(WakeKind.Greeting, $"teams:{chat}", TimeProvider.System.GetUtcNow()), default);
        await DoneAsync(office, chat);

        Assert.Contains(Notices.Text("barrier.Unknown", "ja"), Assert.Single(Seen(office, chat)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_that_may_have_arrived_is_not_said_again()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("send", new ConnectorFault.ResetAfter());

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮"], Seen(office, chat));
    }

    [Fact]
    public async Task An_outage_costs_no_more_than_one_message_at_each_try()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("send", new ConnectorFault.Status(502), times: 100);

        await office.Teams.InstallAsync(chat, office.Ren);
        await Eventually.HoldsAsync("a try is over", async () => await Memory(office).GreetingAsync(chat, default) is { Failures: > 0 } or { IsDone: true });
        office.Teams.Faults.Heal();
        await DoneAsync(office, chat);

        var greeting = (await Memory(office).GreetingAsync(chat, default))!;
        Assert.Equal("西日本建材株式会社", Seen(office, chat)[^1]);
        Assert.Equal(greeting.Told.Count - greeting.Failures, Seen(office, chat).Count);
    }

    [Fact]
    public async Task A_second_wake_up_does_not_try_sooner_what_waits_to_be_tried_again()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        office.Teams.Faults.Next("send", new ConnectorFault.Status(502), times: 100);
        var failed = new Greeting(chat, office.Teams.ServiceUrl, office.Ren.Id) { Tenant = office.Teams.Settings.TenantId, Failures = 15 };
        Assert.NotNull(await Memory(office).SaveAsync(failed, default));
        var greeter = office.Services.GetRequiredService<IGreeter>();

        var again = await greeter.GreetAsync(new Place("teams", chat), default);

        Assert.Equal(again, await greeter.GreetAsync(new Place("teams", chat), default));
        Assert.Equal(16, (await Memory(office).GreetingAsync(chat, default))!.Failures);
    }

    [Fact]
    public async Task A_run_says_one_message_so_that_many_greetings_hold_up_no_deadline()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        var expected = new Greeting(chat, office.Teams.ServiceUrl, office.Ren.Id) { Tenant = office.Teams.Settings.TenantId, Locale = "ja-JP" };
        Assert.NotNull(await Memory(office).SaveAsync(expected, default));
        var greeter = office.Services.GetRequiredService<IGreeter>();

        Assert.NotNull(await greeter.GreetAsync(new Place("teams", chat), default));
        Assert.Equal(["蓮"], Seen(office, chat));

        Assert.Null(await greeter.GreetAsync(new Place("teams", chat), default));
        Assert.Equal(["蓮", "西日本建材株式会社"], Seen(office, chat));
    }

    [Fact]
    public async Task What_a_process_was_saying_when_it_died_is_not_said_again_and_the_rest_is()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.OfferAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        var now = TimeProvider.System.GetUtcNow();
        var left = new Greeting(chat, office.Teams.ServiceUrl, office.Ren.Id) { Tenant = office.Teams.Settings.TenantId, Sending = "header", ClaimedUntil = now.AddSeconds(-1) };
        Assert.NotNull(await Memory(office).SaveAsync(left, default));

        await office.Services.GetRequiredService<IAgenda>().AddAsync(new Wake(WakeKind.Greeting, $"teams:{chat}", now), default);
        await DoneAsync(office, chat);

        Assert.Equal(["西日本建材株式会社"], Seen(office, chat));
    }

    [Fact]
    public async Task A_greeting_whose_wake_up_is_lost_comes_when_Teams_tells_of_the_person_again()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        Assert.NotNull(await Memory(office).SaveAsync(new Greeting(chat, office.Teams.ServiceUrl, office.Ren.Id) { Tenant = office.Teams.Settings.TenantId }, default));

        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮"], Seen(office, chat));
    }

    [Fact]
    public async Task Who_removes_Baton_and_adds_it_again_is_greeted_again()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        await office.Teams.UninstallAsync(chat, office.Ren);
        await Eventually.HoldsAsync("it is forgotten", async () => await Memory(office).GreetingAsync(chat, default) is null);
        await office.Teams.InstallAsync(chat, office.Ren);
        await DoneAsync(office, chat);

        Assert.Equal(["蓮", "蓮"], Seen(office, chat));
    }

    [Fact]
    public async Task A_new_form_of_the_app_greets_nobody_who_wrote_to_Baton_before()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Ren);
        await office.Teams.SayAsync(office.Ren, chat, "help");
        var upgraded = office.Teams.Activity("installationUpdate", office.Ren, chat);
        upgraded["action"] = "add-upgrade";

        Assert.True((await office.Teams.BringAsync(upgraded)).Ok);

        Assert.Null(await Memory(office).GreetingAsync(chat, default));
    }

    private static Task DoneAsync(TeamsOffice office, string chat) =>
        Eventually.HoldsAsync("the greeting is over", async () => await Memory(office).GreetingAsync(chat, default) is { IsDone: true });

    // What each message in the chat is about.
    private static IReadOnlyList<string> Seen(TeamsOffice office, string chat) =>
        [.. office.Teams.Seen(chat).Select(m => m.CardText.Contains("西日本建材株式会社", StringComparison.Ordinal) ? "西日本建材株式会社" : m.CardText.Contains('蓮', StringComparison.Ordinal) ? "蓮" : m.CardText)];

    private static ITeamsMemory Memory(TeamsOffice office) => office.Services.GetRequiredService<ITeamsMemory>();
}
