namespace Baton.Teams.Tests;

public sealed class UsualServiceTests
{
    [Theory]
    [InlineData(TeamsCloud.Public, ".net")]
    [InlineData(TeamsCloud.UsGovernment, ".us")]
    [InlineData(TeamsCloud.China, ".cn")]
    public void Each_cloud_has_a_connector_of_its_own_that_may_have_the_token(TeamsCloud cloud, string end)
    {
        var options = new TeamsOptions { Cloud = cloud };

        var usual = CloudAddresses.Of(options).UsualService;

        Assert.EndsWith(end, usual.Host, StringComparison.Ordinal);
        Assert.True(new ServiceUrls(options).Allows(usual));
    }
}
