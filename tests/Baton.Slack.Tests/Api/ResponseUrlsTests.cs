using Baton.Slack.Api;

namespace Baton.Slack.Tests.Api;

public sealed class ResponseUrlsTests
{
    private static readonly Uri Real = new("https://slack.com/api/");
    private static readonly Uri Here = new("http://127.0.0.1:4000/api/");

    [Theory]
    [InlineData("https://hooks.slack.com/actions/T1/2/x")]
    [InlineData("https://hooks.slack.com/commands/T1/2/x")]
    [InlineData("https://HOOKS.SLACK.COM/commands/T1/2/x")]
    [InlineData("https://acme.slack.com/x")]
    [InlineData("https://hooks.slack-gov.com/actions/T1/2/x")]
    [InlineData("https://slack-gov.com/x")]
    public void Slacks_own_hosts_are_answered(string address) => Assert.True(ResponseUrls.IsSlacks(new Uri(address), Real));

    [Theory]
    [InlineData("http://hooks.slack.com/actions/T1/2/x")]
    [InlineData("https://hooks.slack.com:8443/actions/T1/2/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("https://somebody@hooks.slack.com/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://evilslack.com/x")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://hooks.ѕlack.com/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("http://localhost/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://hooks.slack.com/x")]
    [InlineData("/actions/T1")]
    public void Everybody_else_is_not(string address) => Assert.False(ResponseUrls.IsSlacks(new Uri(address, UriKind.RelativeOrAbsolute), Real));

    [Fact]
    public void This_machine_is_answered_only_where_the_Web_API_is_on_it_too()
    {
        var address = new Uri("http://127.0.0.1:4000/actions/T1");
        Assert.True(ResponseUrls.IsSlacks(address, Here));
        Assert.False(ResponseUrls.IsSlacks(address, Real));
        Assert.False(ResponseUrls.IsSlacks(new Uri("http://10.0.0.1/actions/T1"), Here));
        Assert.False(ResponseUrls.IsSlacks(new Uri("file:///etc/passwd"), Here));
    }
}
