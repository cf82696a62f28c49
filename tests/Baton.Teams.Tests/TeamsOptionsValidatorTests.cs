namespace Baton.Teams.Tests;

/// <summary>A wrong configuration is told with key, value and what would be right.</summary>
public class TeamsOptionsValidatorTests
{
    [Fact]
    public void An_app_id_is_a_guid()
    {
        var result = new TeamsOptionsValidator().Validate(null, new TeamsOptions { AppId = "baton" });

        Assert.Contains("Teams:AppId is 'baton'", result.FailureMessage, StringComparison.Ordinal);
    }
}
