using System.Text.Json;
using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class ClockStorageTests
{
    [Fact]
    public void A_clock_comes_back_from_json_as_it_went()
    {
        var clock = ClockState.Start(Policy(4), Jst("2026-11-20 09:00"))
            .MarkDone(50)
            .ChangePolicy(Jst("2026-11-20 11:00"), Policy(6, "always"), Book)
            .Pause(Jst("2026-11-20 12:00"), "顧客待ち", Book);

        var back = JsonSerializer.Deserialize<ClockState>(JsonSerializer.Serialize(clock))!;

        Assert.Equal(clock, back);
        Assert.Equal(clock.GetHashCode(), back.GetHashCode());
    }

    // These names are in stored rows: a change here is a migration.
    [Fact]
    public void Stored_names_stay_as_they_are()
    {
        Assert.Equal("""["accept","contact","outcome"]""", JsonSerializer.Serialize(Enum.GetValues<ClockKind>()));
        Assert.Equal("""["nudgeOwner","nudgeOwnerAndManager","returnToPool","managerDecides","managerAskedAgain"]""", JsonSerializer.Serialize(Enum.GetValues<LadderAction>()));
        Assert.Equal("""["onTrack","atRisk","breached","met","ended"]""", JsonSerializer.Serialize(Enum.GetValues<ClockStatus>()));
        Assert.Equal("""["outsideHours","dayOff","holiday","paused","stopped"]""", JsonSerializer.Serialize(Enum.GetValues<UncountedReason>()));
        Assert.Equal(
            ["Calendar", "EarlierRuns", "ElapsedBefore", "Kind", "Ladder", "PauseReason", "RunningSince", "Runs", "StartedAt", "StepsDone", "StoppedAt", "Target"],
            JsonSerializer.SerializeToElement(ClockState.Start(Policy(4), Jst("2026-11-20 09:00"))).EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Clocks_that_differ_in_one_value_are_not_equal()
    {
        var clock = ClockState.Start(Policy(4), Jst("2026-11-20 09:00"));

        Assert.NotEqual(clock, clock.MarkDone(50));
        Assert.NotEqual(clock, clock with { Ladder = [] });
        Assert.NotEqual(clock, clock with { Target = TimeSpan.FromHours(5) });
        Assert.NotEqual(clock, clock with { Runs = [new(clock.StartedAt, clock.StartedAt, "always", TimeSpan.Zero, null)] });
        Assert.NotEqual(clock, clock with { EarlierRuns = [new(clock.StartedAt, clock.StartedAt, "always", TimeSpan.Zero, null)] });
        Assert.NotEqual(clock.Policy, Policy(4) with { Ladder = [] });
        Assert.Equal(clock.Policy, Policy(4));
    }
}
