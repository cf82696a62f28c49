using Baton.Handoffs.Sla;

namespace Baton.Handoffs.Tests.Sla;

public sealed class SlaPoliciesTests
{
    private static readonly SlaSubject Anybody = new();

    [Fact]
    public void Defaults_are_those_of_the_product()
    {
        var policies = SlaPolicies.Default();

        Assert.Equal((TimeSpan.FromHours(4), "business"), Brief(policies.For(ClockKind.Accept, Anybody)));
        Assert.Equal((TimeSpan.FromMinutes(30), "business"), Brief(policies.For(ClockKind.Accept, new("hot"))));
        Assert.Equal((TimeSpan.FromHours(24), "weekdays"), Brief(policies.For(ClockKind.Contact, new("hot"))));
        Assert.Equal((TimeSpan.FromHours(45), "business"), Brief(policies.For(ClockKind.Outcome, Anybody)));
    }

    [Fact]
    public void The_default_ladder_ends_in_the_pool_before_acceptance_and_with_the_manager_after()
    {
        var policies = SlaPolicies.Default();

        foreach (var kind in Enum.GetValues<ClockKind>())
        {
            var last = kind == ClockKind.Accept ? LadderAction.ReturnToPool : LadderAction.ManagerDecides;
            Assert.Equal(
                [new(50, LadderAction.NudgeOwner), new(80, LadderAction.NudgeOwner), new(100, LadderAction.NudgeOwnerAndManager), new(150, last)],
                policies.For(kind, Anybody).Ladder);
        }
    }

    [Fact]
    public void Twenty_four_hours_of_weekdays_pass_over_weekend_and_holiday()
    {
        var clock = ClockState.Start(SlaPolicies.Default().For(ClockKind.Contact, Anybody), SlaFixture.Jst("2026-11-20 15:00"));

        Assert.Equal(SlaFixture.Jst("2026-11-24 15:00"), clock.Due(SlaPolicies.Default().Calendars));
    }

    [Fact]
    public void Five_business_days_end_at_the_same_time_of_day_five_working_days_later()
    {
        var clock = ClockState.Start(SlaPolicies.Default().For(ClockKind.Outcome, Anybody), SlaFixture.Jst("2026-11-18 11:00"));

        Assert.Equal(SlaFixture.Jst("2026-11-26 11:00"), clock.Due(SlaPolicies.Default().Calendars));
    }

    [Fact]
    public void What_is_configured_replaces_the_default_value_by_value()
    {
        var policies = Ok(new() { Accept = new() { Target = "2 hours", Ladder = ["100 manager"] } });

        var policy = policies.For(ClockKind.Accept, Anybody);
        Assert.Equal((TimeSpan.FromHours(2), "business"), Brief(policy));
        Assert.Equal([new(100, LadderAction.ManagerDecides)], policy.Ladder);
        Assert.Equal(TimeSpan.FromMinutes(30), policies.For(ClockKind.Accept, new("hot")).Target);
    }

    [Fact]
    public void An_exception_by_tier_goes_before_source_segment_and_region()
    {
        var policies = Ok(new()
        {
            Accept = new()
            {
                Tiers = new() { ["hot"] = new() { Target = "1 hour" } },
                Sources = new() { ["webinar"] = new() { Target = "2 hours", Calendar = "always" } },
                Segments = new() { ["enterprise"] = new() { Target = "3 hours" } },
                Regions = new() { ["kansai"] = new() { Target = "5 hours" } },
            },
        });

        Assert.Equal((TimeSpan.FromHours(1), "always"), Brief(policies.For(ClockKind.Accept, new("HOT", "Webinar", "enterprise", "kansai"))));
        Assert.Equal((TimeSpan.FromHours(2), "always"), Brief(policies.For(ClockKind.Accept, new("warm", "webinar", "enterprise", "kansai"))));
        Assert.Equal((TimeSpan.FromHours(3), "business"), Brief(policies.For(ClockKind.Accept, new(null, null, "enterprise", "kansai"))));
        Assert.Equal((TimeSpan.FromHours(5), "business"), Brief(policies.For(ClockKind.Accept, new(Region: "kansai"))));
    }

    [Fact]
    public void Business_days_are_those_of_the_calendar_that_applies()
    {
        var policies = Ok(
            new() { Outcome = new() { Target = "2 business days", Calendar = "Short", Regions = new() { ["hq"] = new() { Calendar = "always" } } } },
            ("short", new() { TimeZone = "Europe/Berlin", Hours = new() { ["mon-thu"] = ["10:00-15:00"] } }));

        Assert.Equal((TimeSpan.FromHours(10), "short"), Brief(policies.For(ClockKind.Outcome, Anybody)));
        Assert.Equal((TimeSpan.FromHours(48), "always"), Brief(policies.For(ClockKind.Outcome, new(Region: "hq"))));
    }

    [Theory]
    [InlineData("4 hours", 240)]
    [InlineData("1.5h", 90)]
    [InlineData("45 min", 45)]
    [InlineData("00:30:00", 30)]
    [InlineData("24:00:00", 1440)]
    [InlineData("1.00:00:00", 1440)]
    [InlineData("4:00", 240)]
    [InlineData("2 Business Days", 1080)]
    public void A_target_can_be_written_as_people_do(string target, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Ok(new() { Accept = new() { Target = target } }).For(ClockKind.Accept, Anybody).Target);

    [Theory]
    [InlineData("soon")]
    [InlineData("4")]
    [InlineData("5 days")]
    [InlineData("0 hours")]
    [InlineData("00:00:00")]
    [InlineData("9000 hours")]
    [InlineData("367 business days")]
    [InlineData("-4 hours")]
    [InlineData("04:75:00")]
    public void A_target_that_cannot_be_read_is_named(string target)
    {
        var error = Errors(new() { Contact = new() { Tiers = new() { ["hot"] = new() { Target = target } } } }).Single();

        Assert.Equal(("Sla:Contact:Tiers:hot:Target", target), (error.Key, error.Value));
    }

    [Theory]
    [InlineData("owner")]
    [InlineData("0 owner")]
    [InlineData("1001 owner")]
    [InlineData("50 boss")]
    [InlineData("-50 owner")]
    public void A_step_that_cannot_be_read_is_named(string step)
    {
        var error = Errors(new() { Accept = new() { Ladder = ["10 owner", step] } }).Single();

        Assert.Equal(("Sla:Accept:Ladder:1", step), (error.Key, error.Value));
    }

    [Fact]
    public void Steps_must_rise() =>
        Assert.Equal("Sla:Accept:Ladder:1", Errors(new() { Accept = new() { Ladder = ["50 owner", "50 owner+manager"] } }).Single().Key);

    [Fact]
    public void Nobody_goes_back_to_the_pool_after_the_first_touch() =>
        Assert.Equal("Sla:Outcome:Ladder:0", Errors(new() { Outcome = new() { Ladder = ["150 pool"] } }).Single().Key);

    [Fact]
    public void A_calendar_that_is_not_configured_is_named()
    {
        var error = Errors(new() { Accept = new() { Calendar = "buisness" } }).Single();

        Assert.Equal("Sla:Accept:Calendar is \"buisness\"; expected one of business, weekdays, always", error.ToString());
    }

    [Fact]
    public void A_wrong_calendar_is_told_once_however_many_rules_name_it() =>
        Assert.Equal("Calendars:business:TimeZone", Errors(new(), ("business", new() { TimeZone = "x", Hours = new() { ["mon"] = ["09:00-18:00"] } })).Single().Key);

    [Fact]
    public void A_handoff_under_way_keeps_business_hours_when_its_calendar_is_taken_out()
    {
        var calendars = Ok(new()).Calendars;

        Assert.False(calendars.Knows("gone"));
        Assert.Equal("business", calendars.Get("gone").Name);
    }

    private static (TimeSpan Target, string Calendar) Brief(ClockPolicy policy) => (policy.Target, policy.Calendar);

    private static SlaPolicies Ok(SlaOptions options, params (string Name, CalendarOptions Options)[] calendars) =>
        Assert.IsType<SlaResult.Ok>(Parse(options, calendars)).Policies;

    private static IReadOnlyList<OptionError> Errors(SlaOptions options, params (string Name, CalendarOptions Options)[] calendars) =>
        Assert.IsType<SlaResult.Invalid>(Parse(options, calendars)).Errors;

    private static SlaResult Parse(SlaOptions options, (string Name, CalendarOptions Options)[] calendars) =>
        SlaPolicies.Parse(options, calendars.ToDictionary(each => each.Name, each => each.Options));
}
