using Baton.Handoffs.Funnel.Calibration;
using Baton.Handoffs.Funnel.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace Baton.Handoffs.Tests.Funnel.Calibration;

public sealed class DifferenceTests
{
    // The eight examples of Newcombe (1998), table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_range_is_that_of_the_published_examples(int part, int whole, int otherPart, int otherWhole, double low, double high)
    {
        var difference = Difference.Of(new Rate(part, whole), new Rate(otherPart, otherWhole))!;

        Assert.Equal(low, difference.Low, 4);
        Assert.Equal(high, difference.High, 4);
    }

    [Fact]
    public void Of_nothing_there_is_none()
    {
        Assert.Null(Difference.Of(new Rate(0, 0), new Rate(1, 2)));
        Assert.Null(Difference.Of(new Rate(1, 2), new Rate(0, 0)));
    }

    [Fact]
    public void The_range_holds_the_difference_stays_possible_and_turns_round_with_it() => Prop.ForAll(Rates().Zip(Rates()).ToArbitrary(), both =>
    {
        var (one, other) = (Difference.Of(both.Item1, both.Item2)!, Difference.Of(both.Item2, both.Item1)!);

        Assert.InRange(one.Value, one.Low - 1e-12, one.High + 1e-12);
        Assert.InRange(one.Low, -1 - 1e-12, 1);
        Assert.InRange(one.High, -1, 1 + 1e-12);
        Assert.Equal(one.Low, -other.High, 12);
        Assert.Equal(one.High, -other.Low, 12);
    }).QuickCheckThrowOnFailure();

    private static Gen<Rate> Rates() => Gen.Choose(1, 5000).SelectMany(whole => Gen.Choose(0, whole).Select(part => new Rate(part, whole)));
}
