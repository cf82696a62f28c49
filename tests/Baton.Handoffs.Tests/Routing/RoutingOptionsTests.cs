using Baton.Handoffs.Routing;

namespace Baton.Handoffs.Tests.Routing;

public sealed class RoutingOptionsTests
{
    [Fact]
    public void The_defaults_are_right() => Assert.Empty(new RoutingOptions().Validate());

    [Fact]
    public void The_last_rule_must_match_every_lead() =>
        Assert.Equal(
            ["Routing:Rules is 'japan', but must be a list whose last rule matches every lead: add { \"Name\": \"everything else\", \"Pool\": \"sales\" }."],
            new RoutingOptions { Rules = [new RouteRule { Name = "japan", Pool = "sales", When = new RouteWhen { Country = ["Japan"] } }] }.Validate());

    [Fact]
    public void A_rule_behind_one_that_matches_every_lead_is_never_asked() =>
        Assert.StartsWith(
            "Routing:Rules:0:When is '', but must be narrower",
            Assert.Single(new RoutingOptions { Rules = [new RouteRule { Name = "a", Pool = "sales" }, new RouteRule { Name = "b", Pool = "sales" }] }.Validate()),
            StringComparison.Ordinal);

    public static TheoryData<RoutingOptions, string> Wrong => new()
    {
        { new RoutingOptions { Marketing = "marketing" }, "Routing:Marketing is 'marketing', but must be a place such as console:sales" },
        { new RoutingOptions { HandBackAfterDays = -1 }, "Routing:HandBackAfterDays is '-1', but must be a whole number from 0 to 366." },
        { new RoutingOptions { HopLimit = 11 }, "Routing:HopLimit is '11', but must be a whole number from 0 to 10." },
        { new RoutingOptions { FallbackOwner = "Bob" }, "Routing:FallbackOwner is 'Bob', but must be an e-mail address" },
        { new RoutingOptions { Pools = [new PoolOptions { Sales = "C0123" }] }, "Routing:Pools:0:Sales is 'C0123'" },
        { new RoutingOptions { Pools = [new PoolOptions { Fallback = "C0123" }] }, "Routing:Pools:0:Fallback is 'C0123', but must be a place such as console:sales" },
        { new RoutingOptions { Pools = [new PoolOptions { Fallback = "" }] }, "Routing:Pools:0:Fallback is '', but must be a place" },
        { new RoutingOptions { Pools = [new PoolOptions { Fallback = "console:sales" }] }, "Routing:Pools:0:Fallback is 'console:sales', but must be a place" },
        { new RoutingOptions { Pools = [new PoolOptions { Name = "sales" }, new PoolOptions { Name = "field", Fallback = ":x" }] }, "Routing:Pools:1:Fallback is ':x'" },
        { new RoutingOptions { Pools = [new PoolOptions { Calendar = "" }] }, "Routing:Pools:0:Calendar is ''" },
        { new RoutingOptions { Pools = [new PoolOptions(), new PoolOptions()] }, "Routing:Pools:1:Name is 'sales', but must be a name that no other pool has." },
        { new RoutingOptions { Rules = [new RouteRule { Name = "all", Pool = "Sales" }] }, "Routing:Rules:0:Pool is 'Sales', but must be one of the pools: sales." },
        { new RoutingOptions { Rules = [new RouteRule { Pool = "sales" }] }, "Routing:Rules:0:Name is ''" },
        { WithWhen(new RouteWhen { Tier = ["warm"] }), "Routing:Rules:0:When:Tier is 'warm', but must be Normal or Hot." },
        { WithWhen(new RouteWhen { MinScore = 101 }), "Routing:Rules:0:When:MinScore is '101'" },
        { WithWhen(new RouteWhen { MinEmployees = 5, MaxEmployees = 4 }), "Routing:Rules:0:When:MaxEmployees is '4', but must be a whole number from 5 to" },
        { WithWhen(new RouteWhen { MinEmployees = -1 }), "Routing:Rules:0:When:MinEmployees is '-1'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named_with_key_value_and_rule(RoutingOptions options, string error) =>
        Assert.StartsWith(error, Assert.Single(options.Validate()), StringComparison.Ordinal);

    [Fact]
    public void A_fallback_is_another_place_or_left_out()
    {
        Assert.Empty(new RoutingOptions { Pools = [new PoolOptions { Sales = "slack:C1", Fallback = "slack:C2" }] }.Validate());
        Assert.Empty(new RoutingOptions { Pools = [new PoolOptions { Sales = "slack:C1", Fallback = "console:C1" }] }.Validate());
        Assert.Empty(new RoutingOptions { Pools = [new PoolOptions { Fallback = null }] }.Validate());
    }

    private static RoutingOptions WithWhen(RouteWhen when) =>
        new() { Rules = [new RouteRule { Name = "a", Pool = "sales", When = when }, new RouteRule { Name = "b", Pool = "sales" }] };
}
