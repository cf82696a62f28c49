using Baton.Bot.Tests.Api.Hosting;
using Baton.Handoffs.Erasing;
using Baton.Handoffs.Handoffs;
using Baton.Handoffs.Leads;
using Baton.Handoffs.Routing;
using Baton.Web.Console.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Bot.Tests.Commands;

/// <summary>Which of the console's messages an erasure takes: those with the person in them, and nobody else's.</summary>
public class ErasedMessagesTests
{
    private static readonly Place Sales = Place.Parse("console:sales");
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Han")]
    [InlineData("Kin")]
    public async Task A_short_name_takes_no_card_of_somebody_else(string name)
    {
        await using var house = await ErasureHouse.SettleAsync("megumi@buyer.example");

        var count = await CopiesOf(house).ReplaceAsync(new PersonInTexts([name], []), default);

        Assert.Equal(0, count);
        Assert.Contains(await MessagesAsync(house), m => m.Card?.Handoff == house.Colleague);
    }

    [Fact]
    public async Task A_Japanese_name_of_two_characters_is_found_in_what_people_typed()
    {
        await using var house = await ErasureHouse.SettleAsync("megumi@buyer.example");
        var messages = house.Host.Services.GetRequiredService<IConsoleMessages>();
        Assert.True(await messages.AddAsync(new ConsoleMessage(Sales, ConsoleMessageId.For(Now, "typed"), "typed", null, EmailAddress.Parse("rep@x.example"), "田中様から電話", null, 0, Now), default));

        await CopiesOf(house).ReplaceAsync(new PersonInTexts(["田中"], []), default);

        Assert.DoesNotContain(await MessagesAsync(house), m => m.Text?.Contains("田中", StringComparison.Ordinal) == true);
        Assert.Contains(await MessagesAsync(house), m => m.Card?.Handoff == house.Colleague);
    }

    [Theory]
    [InlineData("太郎 山田")]
    [InlineData("山田")]
    public async Task A_card_that_says_the_name_becomes_a_notice_though_it_is_of_another_handoff(string name)
    {
        await using var house = await ErasureHouse.SettleAsync("megumi@buyer.example");

        var count = await CopiesOf(house).ReplaceAsync(new PersonInTexts([name], []), default);

        Assert.NotEqual(0, count);
        Assert.DoesNotContain(await MessagesAsync(house), m => m.Card?.Handoff == house.Colleague);
        Assert.Equal(0, await CopiesOf(house).CountAsync(new PersonInTexts([name], []), default));
    }

    private static IMessageCopies CopiesOf(ErasureHouse house) => house.Host.Services.GetServices<IMessageCopies>().Single();

    private static Task<IReadOnlyList<ConsoleMessage>> MessagesAsync(ErasureHouse house) =>
        house.Host.Services.GetRequiredService<IConsoleMessages>().ListAsync(Sales, null, 100, default);
}
