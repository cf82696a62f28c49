using Azure.Identity;
using Baton.Teams.Connector.Credentials;

namespace Baton.Teams.Tests.Connector.Credentials;

public sealed class TokenFailureTests
{
    [Fact]
    public void A_credential_that_is_not_there_may_come_so_that_what_waits_for_it_is_tried_again()
    {
        var told = Assert.IsType<BotToken.NotNow>(TokenFailure.Of(new CredentialUnavailableException("No managed identity endpoint found.")));

        Assert.Contains("check the file or the managed identity", told.Why, StringComparison.Ordinal);
    }
}
