using Baton.Handoffs.Sla;
using static Baton.Handoffs.Tests.Sla.SlaFixture;

namespace Baton.Handoffs.Tests.Sla;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-20 10:00", "2026-11-20 10:00")] // at work
    [InlineData("2026-11-20 12:30", "2026-11-20 13:00")] // lunch
    [InlineData("2026-11-20 18:00", "2026-11-24 09:00")] // a long weekend
    public void A_nudge_waits_for_the_recipients_next_working_minute(string now, string delivered) =>
        Assert.Equal(Jst(delivered), QuietHours.DeliverAt(Jst(now), Tokyo));

    [Fact]
    public void A_nudge_waits_for_the_recipients_own_morning_and_not_the_clocks() =>
        Assert.Equal(At("2026-11-20 09:00 +01:00"), QuietHours.DeliverAt(Jst("2026-11-20 10:00"), NineToFive));
}
