using Baton.Teams.StandIn;
using Baton.Teams.StandIn.Faults;
using Baton.Teams.Tests.Hosting;

namespace Baton.Teams.Tests.Events;

/// <summary>Commands that nobody sees but who gives them.</summary>
public sealed class SlashCommandTests
{
    [Fact]
    public async Task A_shared_answer_begins_a_thread_that_shows_what_was_asked()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.SlashAsync(office.Kim, office.Sales, "funnel reasons share");

        var (asked, answer) = (Asked(office), Assert.Single(office.Teams.Seen(office.Sales, office.Robin), m => m.IsBots));
        Assert.Equal(answer.Id, answer.RootId);
        Assert.Equal(("targetedMessageInfo", asked), Shown(answer));
    }

    [Fact]
    public async Task A_shared_answer_in_a_thread_stays_in_it()
    {
        await using var office = await TeamsOffice.StartAsync();
        await office.Teams.SayAsync(office.Robin, office.Sales, "How do we do?", mentions: false);
        var thread = office.Teams.Seen(office.Sales)[0].Id;

        await office.Teams.SlashAsync(office.Kim, office.Sales, "funnel reasons share", thread);

        var answer = Assert.Single(office.Teams.Seen(office.Sales, office.Robin), m => m.IsBots);
        Assert.Equal(thread, answer.RootId);
        Assert.Equal(("targetedMessageInfo", Asked(office)), Shown(answer));
    }

    [Fact]
    public async Task An_answer_that_is_not_shared_is_shown_there_to_the_asker_alone()
    {
        await using var office = await TeamsOffice.StartAsync();

        await office.Teams.SlashAsync(office.Kim, office.Sales, "funnel reasons");

        var answer = Assert.Single(office.Teams.Seen(office.Sales), m => m.IsBots);
        Assert.Equal((office.Kim.Id, ("targetedMessageInfo", Asked(office))), (answer.OnlyFor, Shown(answer)));
    }

    [Fact]
    public async Task Nobody_else_hears_of_an_answer_that_comes_in_the_chat_with_Baton()
    {
        await using var office = await TeamsOffice.StartAsync();
        var chat = office.Teams.OpenChat(office.Kim);
        office.Teams.Faults.Next("send", new ConnectorFault.Status(403));

        await office.Teams.SlashAsync(office.Kim, office.Sales, "funnel reasons");

        Assert.Single(office.Teams.Seen(chat), m => m.IsBots);
        Assert.DoesNotContain(office.Teams.Seen(office.Sales), m => m.IsBots);
    }

    private static string Asked(TeamsOffice office) => Assert.Single(office.Teams.Seen(office.Sales), m => !m.IsBots && m.OnlyFor == office.Kim.Id).Id;

    private static (string? Type, string? Message) Shown(SeenActivity answer)
    {
        var entity = Assert.Single(answer.Content.GetProperty("entities").EnumerateArray());
        return (entity.GetProperty("type").GetString(), entity.GetProperty("messageId").GetString());
    }
}
