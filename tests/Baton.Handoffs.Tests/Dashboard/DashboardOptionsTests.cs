using Baton.Handoffs.Dashboard;

namespace Baton.Handoffs.Tests.Dashboard;

public sealed class DashboardOptionsTests
{
    private const string Key = "a-key-of-more-than-thirty-two-characters";

    [Theory]
    [InlineData("https://baton.example.com")]
    [InlineData("https://baton.example.com:8443/")]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://localhost:3978")]
    public void An_address_that_browsers_reach_is_taken(string url) => Assert.Empty(new DashboardOptions { PublicUrl = url, Keys = [Key] }.Validate());

    [Theory]
    [InlineData("http://baton.example.com")]
    [InlineData("https://baton.example.com/dashboard")]
    [InlineData("https://baton.example.com/?a=b")]
    [InlineData("baton.example.com")]
    public void Any_other_address_is_told_with_what_would_be_right(string url) => Assert.Equal(
        $"Dashboard:PublicUrl is '{url}': it is https and a host, with nothing after it, such as https://baton.example.com.",
        Assert.Single(new DashboardOptions { PublicUrl = url, Keys = [Key] }.Validate()));

    [Fact]
    public void An_address_that_may_hold_a_password_is_not_shown() => Assert.DoesNotContain(
        "secret", Assert.Single(new DashboardOptions { PublicUrl = "https://user:secret@baton.example.com", Keys = [Key] }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void Keys_are_one_or_two_long_ones_and_never_told()
    {
        Assert.Empty(new DashboardOptions { PublicUrl = "https://a.example", Keys = [Key, Key + "2"] }.Validate());
        Assert.Equal(
            "Dashboard:Keys has 0 entries: allowed are one, or two while it is being rotated.",
            Assert.Single(new DashboardOptions { PublicUrl = "https://a.example" }.Validate()));
        Assert.Equal(
            "Dashboard:Keys has 3 entries: allowed are one, or two while it is being rotated.",
            Assert.Single(new DashboardOptions { PublicUrl = "https://a.example", Keys = [Key, Key, Key] }.Validate()));
        Assert.Equal(
            ["Dashboard:Keys:0 has 5 characters, or blanks among them: it has at least 32 characters from ! to ~.", "Dashboard:Keys:1 has 41 characters, or blanks among them: it has at least 32 characters from ! to ~."],
            new DashboardOptions { PublicUrl = "https://a.example", Keys = ["short", Key + " "] }.Validate());
    }

    [Fact]
    public void Without_an_address_there_is_none_and_a_key_is_a_mistake()
    {
        Assert.False(new DashboardOptions().IsOn);
        Assert.Empty(new DashboardOptions().Validate());
        Assert.Equal("Dashboard:Keys is set, and Dashboard:PublicUrl is empty: without an address there is no dashboard.", Assert.Single(new DashboardOptions { Keys = [Key] }.Validate()));
    }
}
