namespace Baton.Teams.Tests;

/// <summary>Activities without a token are taken of an emulator on the developer's own machine, and of nobody else.</summary>
public class EmulatorRuleTests
{
    private static readonly TeamsOptions Trusting = new() { Auth = TeamsAuth.None };

    [Theory]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://localhost:3978")]
    [InlineData("http://[::1]:3978")]
    public void A_developer_may_leave_tokens_away_on_loopback(string url) => Assert.Null(EmulatorRule.Fault(Trusting, isDevelopment: true, [url]));

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://baton.example:3978")]
    [InlineData("Kestrel:Endpoints:Open")]
    [InlineData("")]
    public void Not_where_others_may_call(string url)
    {
        var fault = EmulatorRule.Fault(Trusting, isDevelopment: true, ["http://127.0.0.1:3978", url]);

        Assert.Contains("Teams:Auth is None", fault, StringComparison.Ordinal);
        Assert.Contains($"listen at {url}", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_outside_development() =>
        Assert.Contains("Development", EmulatorRule.Fault(Trusting, isDevelopment: false, ["http://127.0.0.1:3978"]), StringComparison.Ordinal);

    [Fact]
    public void Who_asks_for_tokens_may_listen_anywhere() => Assert.Null(EmulatorRule.Fault(new TeamsOptions { AppId = "x" }, isDevelopment: false, ["http://*:80"]));
}
