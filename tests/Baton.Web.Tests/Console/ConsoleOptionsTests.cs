using Baton.Web.Console;
using Baton.Web.Console.Places;

namespace Baton.Web.Tests.Console;

public sealed class ConsoleOptionsTests
{
    [Fact]
    public void A_console_that_is_off_needs_no_places() => Assert.Empty(Errors(new ConsoleOptions()));

    [Fact]
    public void A_console_without_places_is_refused() => Assert.Contains("Console:Places", Assert.Single(Errors(new ConsoleOptions { Enabled = true })), StringComparison.Ordinal);

    [Fact]
    public void A_good_channel_is_taken() => Assert.Empty(Errors(Enabled(Good())));

    [Theory]
    [InlineData("")]
    [InlineData("Sales")]
    [InlineData("dm-someone")]
    [InlineData("a b")]
    [InlineData("a-very-long-identifier-that-nobody-would-type")]
    public void A_wrong_id_is_named_with_what_is_allowed(string id)
    {
        var place = Good();
        place.Id = id;
        Assert.Contains($"Console:Places:0:Id is '{id}': allowed are", Assert.Single(Errors(Enabled(place))), StringComparison.Ordinal);
    }

    [Fact]
    public void Name_kind_and_language_are_checked_too()
    {
        var errors = Errors(Enabled(new ConsoleChannelOptions { Id = "x", Name = " ", Kind = ConsolePlaceKind.Direct, Locale = "fr" })).ToList();
        Assert.Collection(errors, e => Assert.Contains(":Name", e, StringComparison.Ordinal), e => Assert.Contains(":Kind", e, StringComparison.Ordinal), e => Assert.Contains(":Locale", e, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_places_of_one_id_are_refused() => Assert.Contains("unique", Assert.Single(Errors(Enabled(Good(), Good()))), StringComparison.Ordinal);

    private static ConsoleChannelOptions Good() => new() { Id = "sales", Name = "Sales", Kind = ConsolePlaceKind.Sales };

    private static ConsoleOptions Enabled(params ConsoleChannelOptions[] places) => new() { Enabled = true, Places = [.. places] };

    private static IEnumerable<string> Errors(ConsoleOptions options) => new ConsoleOptionsValidator().Validate(null, options).Failures ?? [];
}
